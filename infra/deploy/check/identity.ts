import { ListAccountAliasesCommand } from '@aws-sdk/client-iam'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import type { At } from '../at.ts'

async function caller({ sts }: At['aws']) {
  try {
    return await sts.send(new GetCallerIdentityCommand({}))
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'CredentialsProviderError') throw error
    throw new Error(
      `nobody is signed in to AWS in this shell (${error.message}). Sign in, for example with aws sso login, and set AWS_PROFILE`,
      { cause: error },
    )
  }
}

/** Who is signed in, for which AWS asks no right. Refuses the root user and any account but the one recorded for the stage. */
export async function signedIn({ aws, stage }: Pick<At, 'aws' | 'stage'>): Promise<{ account: string; who: string }> {
  const { Account: account = '', Arn: arn = '' } = await caller(aws)
  if (arn.endsWith(':root'))
    throw new Error('these are the keys of the root user. Sign in with a role that can be taken away again')
  if (!stage.account)
    throw new Error(
      `no account is recorded for ${stage.name}. You are in ${account}; if that is the one, write account: '${account}' for ${stage.name} in infra/stages.ts and commit it`,
    )
  if (stage.account !== account)
    throw new Error(`${stage.name} lives in account ${stage.account}, and these keys are of ${account}`)
  return { account, who: arn.split('/').slice(1).join('/') }
}

/** Who deploys, and into which account by its number and alias. */
export async function identity({ aws, stage }: Pick<At, 'aws' | 'stage'>) {
  const { account, who } = await signedIn({ aws, stage })
  const { AccountAliases } = await aws.iam.send(new ListAccountAliasesCommand({}))
  const alias = AccountAliases?.[0]
  if (stage.name === 'prod' && !alias)
    throw new Error(
      'the account has no alias, and prod is confirmed by typing it: aws iam create-account-alias --account-alias …',
    )
  return { account, alias: alias ?? account, who, seen: `${who} in ${alias ?? account} (${account}), ${stage.region}` }
}
