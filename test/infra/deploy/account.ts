import { ACMClient, DescribeCertificateCommand } from '@aws-sdk/client-acm'
import {
  CloudFormationClient,
  DescribeChangeSetCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  GetTemplateCommand,
} from '@aws-sdk/client-cloudformation'
import { CloudFrontClient, CreateInvalidationCommand, GetInvalidationCommand } from '@aws-sdk/client-cloudfront'
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch'
import { GetAccountSummaryCommand, IAMClient, ListAccountAliasesCommand } from '@aws-sdk/client-iam'
import { GetAccountSettingsCommand, InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { S3Client } from '@aws-sdk/client-s3'
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import type { At } from '../../../infra/deploy/at.ts'
import { awsOf } from '../../../infra/deploy/aws.ts'
import { type Stage, stageOf } from '../../../infra/stages.ts'

const named = (name: string, message = name) => Object.assign(new Error(message), { name })
export const missing = (name: string) => named(name)
export const noStack = named('ValidationError', 'Stack with id learning-city does not exist')

const all = {
  acm: ACMClient,
  cloudformation: CloudFormationClient,
  cloudfront: CloudFrontClient,
  cloudwatch: CloudWatchClient,
  table: DynamoDBDocumentClient,
  iam: IAMClient,
  lambda: LambdaClient,
  s3: S3Client,
  ssm: SSMClient,
  sts: STSClient,
}

export const vnpay = JSON.stringify({ tmnCode: 'CITYTMN1', hashSecret: 'a-secret-that-nobody-may-print' })
const bytes = (said: unknown) => ({ Payload: new TextEncoder().encode(JSON.stringify(said)) as never })

/** Answers of an account in which everything is as it should be, and nothing is deployed yet. */
export function openAccount() {
  const mocks = Object.fromEntries(
    Object.entries(all).map(([name, each]) => [name, mockClient(each as never)]),
  ) as Record<
    keyof typeof all,
    // biome-ignore lint/suspicious/noExplicitAny: many clients, each with commands of its own
    any
  >
  mocks.sts
    .on(GetCallerIdentityCommand)
    .resolves({ Account: '123456789012', Arn: 'arn:aws:sts::123456789012:assumed-role/Operator/lan' })
  mocks.iam.on(ListAccountAliasesCommand).resolves({ AccountAliases: ['hoc-tap'] })
  mocks.iam.on(GetAccountSummaryCommand).resolves({ SummaryMap: { Roles: 40, RolesQuota: 1_000 } })
  mocks.lambda.on(GetAccountSettingsCommand).resolves({
    AccountLimit: { ConcurrentExecutions: 1_000, TotalCodeSize: 80e9 },
    AccountUsage: { TotalCodeSize: 1e9 },
  })
  mocks.lambda.on(InvokeCommand).callsFake(({ FunctionName }: { FunctionName: string }) => {
    if (FunctionName.endsWith('programs-publish'))
      return bytes({ added: ['program heo'], changed: [], older: [], same: 3 })
    if (FunctionName.endsWith('giving-turn')) return bytes({ giving: { v: 1, open: true }, changed: false })
    return bytes({})
  })
  mocks.ssm.on(GetParameterCommand).callsFake(({ Name }: { Name: string }) => {
    if (Name.endsWith('/version')) return { Parameter: { Value: '21' } }
    if (!Name.endsWith('/vnpay')) throw missing('ParameterNotFound')
    return { Parameter: { Type: 'SecureString', Value: vnpay } }
  })
  mocks.ssm.on(PutParameterCommand).resolves({ Version: 1 })
  mocks.acm.on(DescribeCertificateCommand).resolves({
    Certificate: { Status: 'ISSUED', DomainName: 'hoctap.vn', NotAfter: new Date('2027-11-23T00:00:00Z') },
  })
  mocks.cloudformation.on(DescribeStacksCommand).rejects(noStack)
  mocks.cloudformation.on(GetTemplateCommand).rejects(noStack)
  mocks.cloudformation.on(DescribeChangeSetCommand).resolves({ Status: 'CREATE_COMPLETE', Changes: [] })
  mocks.cloudformation.on(ExecuteChangeSetCommand).resolves({})
  mocks.cloudfront.on(CreateInvalidationCommand).resolves({ Invalidation: { Id: 'I1' } })
  mocks.cloudfront.on(GetInvalidationCommand).resolves({ Invalidation: { Id: 'I1', Status: 'Completed' } })
  mocks.table.on(QueryCommand).resolves({ Items: [] })
  /** Names of the commands that were sent, in order. */
  const sent = (): string[] =>
    Object.values(mocks)
      .flatMap((mock): { callId: number; args: [object] }[] => mock.calls())
      .sort((a, b) => a.callId - b.callId)
      .map(({ args }) => args[0].constructor.name)
  return { ...mocks, sent, bytes }
}

export const now = new Date('2026-11-23T07:00:00.000Z')
const git: Record<string, string> = {
  'status --porcelain': '',
  'rev-parse HEAD': '1a2b3c4d5e6f7890\n',
  'rev-parse --abbrev-ref HEAD': 'main\n',
}

/** What a step gets, with everything it printed; `over` for what this test changes. */
export function makeAt(over: Partial<At> = {}, stage: Partial<Stage> = {}) {
  const printed: string[] = []
  const ran: string[][] = []
  const at: At = {
    stage: { ...stageOf('dev'), account: '123456789012', ...stage },
    aws: awsOf('ap-southeast-1'),
    run: async (program, args) => {
      ran.push([program, ...args])
      return { code: 0, out: program === 'git' ? (git[args.join(' ')] ?? '') : '' }
    },
    fetch: async () => new Response('', { status: 500 }),
    pause: async () => undefined,
    print: (line) => void printed.push(line),
    ...over,
  }
  return { at, printed, ran }
}
