import { DescribeCertificateCommand } from '@aws-sdk/client-acm'
import { GetAccountSummaryCommand, ListAccountAliasesCommand } from '@aws-sdk/client-iam'
import { GetAccountSettingsCommand } from '@aws-sdk/client-lambda'
import { GetParameterCommand } from '@aws-sdk/client-ssm'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { beforeEach, describe, expect, it } from 'vitest'
import { bootstrap } from '../../../infra/deploy/check/bootstrap.ts'
import { domain } from '../../../infra/deploy/check/domain.ts'
import { identity, signedIn } from '../../../infra/deploy/check/identity.ts'
import { quotas } from '../../../infra/deploy/check/quotas.ts'
import { secrets } from '../../../infra/deploy/check/secrets.ts'
import { tree } from '../../../infra/deploy/check/tree.ts'
import { templates } from '../assembly.ts'
import { makeAt, missing, now, openAccount } from './account.ts'

let account: ReturnType<typeof openAccount>
beforeEach(() => {
  account = openAccount()
})
const { at } = makeAt()
const prod = makeAt({}, { name: 'prod' }).at

describe('identity', () => {
  const caller = (Arn: string, Account = '123456789012') =>
    account.sts.on(GetCallerIdentityCommand).resolves({ Account, Arn })
  it('tells who ships and where', async () => {
    expect(await identity(at)).toMatchObject({
      ...{ account: '123456789012', alias: 'hoc-tap', who: 'Operator/lan' },
      seen: 'Operator/lan in hoc-tap (123456789012), ap-southeast-1',
    })
  })
  it('tells who is signed in without asking for a right, so that an officer needs none', async () => {
    expect(await signedIn(at)).toEqual({ account: '123456789012', who: 'Operator/lan' })
    expect(account.sent()).toEqual(['GetCallerIdentityCommand'])
  })
  it('refuses the root user, an account that nobody recorded, and another one', async () => {
    caller('arn:aws:iam::123456789012:root')
    await expect(identity(at)).rejects.toThrow('keys of the root user')
    caller('arn:aws:sts::999999999999:assumed-role/Operator/lan', '999999999999')
    await expect(identity(at)).rejects.toThrow('dev lives in account 123456789012, and these keys are of 999999999999')
    const { account: _, ...bare } = at.stage
    await expect(identity({ ...at, stage: bare })).rejects.toThrow("write account: '999999999999' for dev")
  })
  it('says how to sign in, and hides no other fault', async () => {
    account.sts.on(GetCallerIdentityCommand).rejects(missing('CredentialsProviderError'))
    await expect(identity(at)).rejects.toThrow('aws sso login')
    account.sts.on(GetCallerIdentityCommand).rejects(missing('ExpiredToken'))
    await expect(identity(at)).rejects.toThrow('ExpiredToken')
  })
  it('takes prod only where there is an alias to type', async () => {
    account.iam.on(ListAccountAliasesCommand).resolves({ AccountAliases: [] })
    expect((await identity(at)).alias).toBe('123456789012')
    await expect(identity(prod)).rejects.toThrow('has no alias')
  })
})

describe('what is committed', () => {
  const saying = (out: Record<string, string>) =>
    makeAt({ run: async (_, args) => ({ code: 0, out: out[args.join(' ')] ?? 'abcdef0123456\n' }) }).at
  it('is a commit, and whole', async () => {
    expect(await tree(at)).toEqual({ commit: '1a2b3c4d5e6f7890', seen: '1a2b3c4d5e on main' })
    await expect(tree(saying({ 'status --porcelain': ' M a.ts\n?? b.ts\n' }))).rejects.toThrow('M a.ts, ?? b.ts')
  })
  it('is main for prod', async () => {
    const branch = saying({ 'status --porcelain': '', 'rev-parse --abbrev-ref HEAD': 'try' })
    await expect(tree({ ...branch, stage: prod.stage })).rejects.toThrow('prod ships main, and this is try')
    expect((await tree(branch)).seen).toContain('on try')
  })
  it('says what git says if git fails', async () => {
    const broken = makeAt({ run: async () => ({ code: 128, out: 'not a git repository' }) }).at
    await expect(tree(broken)).rejects.toThrow('not a git repository')
  })
})

describe('the bootstrap', () => {
  it('is there and new enough, or the sentence says how', async () => {
    expect((await bootstrap(at, 6)).seen).toBe('version 21')
    await expect(bootstrap(at, 22)).rejects.toThrow(
      'must be 22 or newer: npx cdk bootstrap aws://123456789012/ap-southeast-1',
    )
    account.ssm.on(GetParameterCommand).rejects(missing('ParameterNotFound'))
    await expect(bootstrap(at, 6)).rejects.toThrow('not bootstrapped for CDK in ap-southeast-1')
    account.ssm.on(GetParameterCommand).rejects(missing('ThrottlingException'))
    await expect(bootstrap(at, 6)).rejects.toThrow('ThrottlingException')
  })
})

describe('quotas', () => {
  const both = Object.values(templates('dev'))
  const limits = (ConcurrentExecutions: number, TotalCodeSize = 80e9) =>
    account.lambda.on(GetAccountSettingsCommand).resolves({ AccountLimit: { ConcurrentExecutions, TotalCodeSize } })
  it('let a new account try dev, and not prod', async () => {
    expect((await quotas(prod, both)).seen).toMatch(/^1000 functions at once; 960 roles left for \d+; \d+ resources/)
    limits(10)
    expect((await quotas(at, both)).seen).toContain('10 functions at once')
    await expect(quotas(prod, both)).rejects.toThrow('may run 10 functions at once here, and prod needs 1000')
  })
  it('find what would end a deploy halfway', async () => {
    limits(1_000, 1e8)
    await expect(quotas(at, both)).rejects.toThrow('100 MB are left')
    limits(1_000)
    account.iam.on(GetAccountSummaryCommand).resolves({ SummaryMap: { Roles: 995, RolesQuota: 1_000 } })
    await expect(quotas(at, both)).rejects.toThrow('5 IAM roles are left')
    const Resources = Object.fromEntries(Array.from({ length: 501 }, (_, id) => [`R${id}`, { Type: 'A::B::C' }]))
    await expect(quotas(at, [{ Resources }])).rejects.toThrow('501 resources')
  })
})

describe('the domain', () => {
  const stage = { ...at.stage, domain: { name: 'hoctap.vn', certificateArn: 'arn:aws:acm:us-east-1:1:certificate/a' } }
  const named = { ...at, stage }
  const certificate = (over: object) =>
    account.acm.on(DescribeCertificateCommand).resolves({
      Certificate: { Status: 'ISSUED', DomainName: 'hoctap.vn', NotAfter: new Date('2027-11-23T00:00:00Z'), ...over },
    })
  it('may be missing, but then prod takes no gifts', async () => {
    expect((await domain(at, now.getTime())).closes).toBe('')
    expect((await domain(prod, now.getTime())).closes).toContain('no domain of its own')
  })
  it('has a certificate that is issued, covers it, and lasts', async () => {
    expect((await domain(named, now.getTime())).seen).toBe('hoctap.vn, certificate good for 364 days')
    for (const [over, sentence] of [
      [{ Status: 'PENDING_VALIDATION' }, 'is PENDING_VALIDATION, not issued yet'],
      [{ DomainName: 'khac.vn', SubjectAlternativeNames: ['*.hoctap.vn'] }, 'does not cover hoctap.vn'],
      [{ NotAfter: new Date('2026-12-01T00:00:00Z') }, 'ends in 7 days'],
    ] as const) {
      certificate(over)
      await expect(domain(named, now.getTime())).rejects.toThrow(sentence)
    }
  })
  it('is covered by a star of one label', async () => {
    const sub = { ...at, stage: { ...stage, domain: { ...stage.domain, name: 'dev.hoctap.vn' } } }
    certificate({ DomainName: '*.hoctap.vn' })
    expect((await domain(sub, now.getTime())).seen).toContain('dev.hoctap.vn')
  })
})

describe('secrets', () => {
  const kept = (Parameter: object) => account.ssm.on(GetParameterCommand).resolves({ Parameter })
  it('open giving with one provider, and say how to add the others; with none giving stays closed', async () => {
    const here = await secrets(at)
    expect(here).toMatchObject({ closes: '', here: ['vnpay'] })
    expect(here.seen).toMatch(/^vnpay: here\nnot offered.*\nnpm run secret -- --stage dev bank < bank.json/)
    account.ssm.on(GetParameterCommand).rejects(missing('ParameterNotFound'))
    const { closes, seen } = await secrets(at)
    expect(closes).toBe('no account at any payment provider yet')
    expect(seen).toContain('npm run secret -- --stage dev vnpay < vnpay.json')
  })
  it('are refused if they lie open or have another shape, and are never quoted', async () => {
    kept({ Type: 'String', Value: '{"tmnCode":"X","hashSecret":"hush"}' })
    await expect(secrets(at)).rejects.toThrow('lies open')
    for (const Value of ['hush', '{"tmnCode":"hush"}', '', '[]']) {
      kept({ Type: 'SecureString', Value })
      const error = await secrets(at).catch((error: Error) => error)
      expect(error).toMatchObject({ message: expect.stringContaining('the secret is not') })
      expect(String(error)).not.toContain('hush')
    }
  })
})
