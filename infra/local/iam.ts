import type { Assembly } from './assembly.ts'

interface Statement {
  Effect: 'Allow' | 'Deny'
  Action: string | string[]
  Resource: string | string[]
  Condition?: Record<string, Record<string, string | string[]>>
}

/** What a request states beside action and resource, by the name of the condition key. */
export type Facts = Readonly<Record<string, readonly string[]>>

const list = (of: string | string[] | undefined): string[] => [of ?? []].flat()
const like = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.')}$`,
    's',
  ).test(text)

type Operator = (wanted: readonly string[], given: readonly string[] | undefined) => boolean
const some = (test: (wanted: string, given: string) => boolean): Operator => {
  return (wanted, given) => given?.some((value) => wanted.some((each) => test(each, value))) ?? false
}
const equal = (wanted: string, given: string) => wanted === given

/** The condition operators that the runner understands. */
const operators: Readonly<Record<string, Operator>> = {
  StringEquals: some(equal),
  StringLike: some(like),
  ArnLike: some(like),
  Bool: some(equal),
  Null: (wanted, given) => wanted[0] === String(given === undefined || given.length === 0),
  'ForAllValues:StringLike': (wanted, given = []) => given.every((value) => wanted.some((each) => like(each, value))),
  'ForAllValues:StringEquals': (wanted, given = []) => given.every((value) => wanted.includes(value)),
}

const holds = ({ Condition = {} }: Statement, facts: Facts): boolean =>
  Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => operators[operator]!(list(wanted), facts[key])),
  )

/** Throws one sentence for a condition that could not be judged here. */
function known(role: string, statement: Statement): Statement {
  const strange = Object.keys(statement.Condition ?? {}).find((operator) => !(operator in operators))
  if (strange) throw new Error(`${role} allows something under ${strange}, which the local runner does not understand`)
  return statement
}

/** Judges requests by the inline policies of the functions' roles: what no statement allows is denied, as in the cloud. */
export function permissions({ resources }: Pick<Assembly, 'resources'>) {
  const roles = new Map(
    resources
      .filter(({ type }) => type === 'AWS::IAM::Role')
      .map(({ id, arn, properties }) => {
        const policies = (properties.Policies ?? []) as { PolicyDocument: { Statement: Statement[] } }[]
        return [arn, policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement.map((each) => known(id, each)))]
      }),
  )
  const functions = new Map(
    resources
      .filter(({ type }) => type === 'AWS::Lambda::Function')
      .map(({ name, properties }) => [name, roles.get(String(properties.Role)) ?? []]),
  )
  return {
    /** False if the name is a function's and its role does not allow this. Tools and tests are judged by nobody. */
    may(name: string, action: string, resource: string, facts: Facts = {}): boolean {
      const statements = functions.get(name)
      if (!statements) return true
      const fitting = statements.filter(
        (each) =>
          list(each.Action).some((pattern) => like(pattern, action)) &&
          list(each.Resource).some((pattern) => like(pattern, resource)) &&
          holds(each, facts),
      )
      return fitting.some(({ Effect }) => Effect === 'Allow') && !fitting.some(({ Effect }) => Effect === 'Deny')
    },
  }
}
export type Permissions = ReturnType<typeof permissions>

/** The name under which a signed request comes: a function's processes have their own name as access key. */
export const signedBy = (authorization: string | undefined): string =>
  /Credential=([^/,\s]+)\//.exec(authorization ?? '')?.[1] ?? ''
