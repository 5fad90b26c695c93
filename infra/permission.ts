import { Stack } from 'aws-cdk-lib'
import { Effect, PolicyDocument, PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam'
import { type Family, families, table as names } from '../functions/store/keys.ts'
import type { CommandTrigger } from '../functions/triggers.ts'
import type { Kept } from './data.ts'
import type { Letters } from './mail.ts'
import { acknowledge } from './nag.ts'

/** What a row of any kind may touch. */
export type Touches = CommandTrigger

export interface Places {
  kept: Kept
  /** `/learning-city/<stage>` */
  secretsPrefix: string
  letters: Letters
}

const allow = (sid: string, actions: string[], resources: string[], conditions?: Record<string, unknown>) =>
  new PolicyStatement({ sid, effect: Effect.ALLOW, actions, resources, ...(conditions ? { conditions } : {}) })

/** Only keys of these families; a request that states no key does not pass, which ForAllValues alone would let. */
const onlyFamilies = (of: readonly Family[]) => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': of.map((family) => `${family}#*`) },
  Null: { 'dynamodb:LeadingKeys': 'false' },
})

const union = (...lists: (readonly Family[] | undefined)[]): Family[] =>
  [...new Set(lists.flatMap((list) => list ?? []))].sort()

/**
 * Families per action. A transaction is judged action by action, so each action has one statement over all its
 * families; actions with the same families share it. Money never comes under Update or Delete.
 */
export function writesOf(row: Touches): { actions: string[]; families: Family[] }[] {
  const { writes, adds, edits, erases } = row
  const edited = [...(writes ?? []), ...(edits ?? []), ...(erases ?? [])].filter((family) => families[family].money)
  if (edited.length > 0)
    throw new Error(`${row.run} may only add to ${edited.join(', ')}: facts of money are never edited`)
  const of: Record<string, Family[]> = {
    ConditionCheckItem: union(writes, adds, edits, erases),
    DeleteItem: union(writes, erases),
    PutItem: union(writes, adds),
    UpdateItem: union(writes, edits),
  }
  const statements = new Map<string, { actions: string[]; families: Family[] }>()
  for (const [action, touched] of Object.entries(of)) {
    if (touched.length === 0) continue
    const same = statements.get(touched.join()) ?? { actions: [], families: touched }
    same.actions.push(`dynamodb:${action}`)
    statements.set(touched.join(), same)
  }
  return [...statements.values()]
}

function tableStatements(row: Touches, { tableArn }: Kept): PolicyStatement[] {
  const statements: PolicyStatement[] = []
  if (row.reads?.length) {
    const only = onlyFamilies(union(row.reads))
    statements.push(allow('Reads', ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'], [tableArn], only))
    statements.push(allow('ReadsIndex', ['dynamodb:Query'], [`${tableArn}/index/${names.index.name}`], only))
  }
  for (const { actions, families: touched } of writesOf(row)) {
    const sid = `Writes${actions.map((action) => action.replace('dynamodb:', '').replace('Item', '')).join('')}`
    statements.push(allow(sid, actions, [tableArn], onlyFamilies(touched)))
  }
  return statements
}

function secretStatements(row: Touches, prefix: string, stack: Stack): PolicyStatement[] {
  if (!row.secrets?.length) return []
  const arns = row.secrets.map((name) =>
    stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName: `${prefix.slice(1)}/${name}` }),
  )
  return [
    allow('Secrets', ['ssm:GetParameter'], arns),
    // Whichever key the operator chose, it opens these parameters only, and only by way of SSM.
    allow('Decrypts', ['kms:Decrypt'], [stack.formatArn({ service: 'kms', resource: 'key', resourceName: '*' })], {
      StringEquals: {
        'kms:ViaService': `ssm.${stack.region}.${stack.urlSuffix}`,
        'kms:EncryptionContext:PARAMETER_ARN': arns,
      },
    }),
  ]
}

/** Everything that the row's function may do; what is not here is denied. `rings`: the table's stream calls it. */
export function permissionOf(stack: Stack, row: Touches, places: Places, logGroupArn: string, rings: boolean) {
  const { tableArn, streamArn, bucketArn, statementsArn } = places.kept
  const statements = [
    allow('Logs', ['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroupArn]),
    allow('Traces', ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'], ['*']),
    ...tableStatements(row, places.kept),
    ...secretStatements(row, places.secretsPrefix, stack),
  ]
  if (row.objects?.length)
    statements.push(
      allow(
        'Objects',
        ['s3:GetObject'],
        row.objects.map((prefix) => `${bucketArn}/${prefix}*`),
      ),
    )
  if (row.statements)
    statements.push(
      allow('StatementsList', ['s3:ListBucket'], [statementsArn]),
      allow('StatementsRead', ['s3:GetObject'], [`${statementsArn}/*`]),
    )
  if (row.mails) {
    const { from, identityArn, setArn } = places.letters
    statements.push(
      allow('Mails', ['ses:SendEmail'], [identityArn, setArn], { StringEquals: { 'ses:FromAddress': from } }),
    )
  }
  if (rings)
    statements.push(
      allow('Rings', ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], [streamArn]),
      allow('ListsRings', ['dynamodb:ListStreams'], [`${tableArn}/stream/*`]),
    )
  return new PolicyDocument({ statements })
}

/** Says for the row's role why each wildcard in it is as narrow as it can be. */
export function explain(role: Role, row: Touches, exports: string, rings: boolean): void {
  const because = (resource: string, reason: string) =>
    acknowledge(role, { [`AwsSolutions-IAM5[Resource::${resource}]`]: reason })
  because('*', 'X-Ray has no resources to name.')
  if (row.secrets?.length)
    because(
      `arn:<AWS::Partition>:kms:${Stack.of(role).region}:<AWS::AccountId>:key/*`,
      'Only by way of SSM, only for the named parameters.',
    )
  for (const prefix of row.objects ?? []) because(`${exports}-SiteBucketArn/${prefix}*`, 'The row names the prefix.')
  if (row.statements) because(`${exports}-StatementsBucketArn/*`, 'The bucket holds statements and nothing else.')
  if (rings) because(`${exports}-TableArn/stream/*`, 'Listing streams cannot name one of them.')
}
