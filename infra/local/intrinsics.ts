/** Where the names in a template lead. */
export interface Scope {
  ref(name: string): unknown
  attribute(id: string, name: string): unknown
  imported(name: string): unknown
  condition(name: string): boolean
}

type Function_ = (given: unknown, scope: Scope) => unknown

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function list(value: unknown, what: string): unknown[] {
  if (!Array.isArray(value)) throw new Error(`${what} takes a list, not ${JSON.stringify(value)}`)
  return value
}

const text = (value: unknown): string => {
  if (typeof value === 'object') throw new Error(`a text was expected, not ${JSON.stringify(value)}`)
  return String(value)
}

/** `${Name}` and `${Id.Attribute}` in a text; `${!Literal}` stays as `${Literal}`. */
function substitute(given: unknown, scope: Scope): string {
  const [template, own] = Array.isArray(given) ? given : [given, {}]
  const values = resolve(own, scope)
  return text(template).replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`
    if (isObject(values) && name in values) return text(values[name])
    const dot = name.indexOf('.')
    return text(dot < 0 ? scope.ref(name) : scope.attribute(name.slice(0, dot), name.slice(dot + 1)))
  })
}

/** Every intrinsic that the runner understands. */
export const intrinsics: Readonly<Record<string, Function_>> = {
  Ref: (given, scope) => scope.ref(text(given)),
  'Fn::GetAtt': (given, scope) => {
    const [id, ...name] = Array.isArray(given) ? given.map(text) : text(given).split('.')
    return scope.attribute(id!, name.join('.'))
  },
  'Fn::Join': (given, scope) => {
    const [separator, parts] = list(given, 'Fn::Join')
    return list(resolve(parts, scope), 'Fn::Join').map(text).join(text(separator))
  },
  'Fn::Split': (given, scope) => {
    const [separator, whole] = list(given, 'Fn::Split')
    return text(resolve(whole, scope)).split(text(separator))
  },
  'Fn::Select': (given, scope) => {
    const [place, parts] = list(given, 'Fn::Select')
    const all = list(resolve(parts, scope), 'Fn::Select')
    const found = all[Number(place)]
    if (found === undefined) throw new Error(`Fn::Select asks for part ${place} of ${all.length}`)
    return found
  },
  'Fn::Sub': substitute,
  'Fn::If': (given, scope) => {
    const [condition, then, otherwise] = list(given, 'Fn::If')
    return resolve(scope.condition(text(condition)) ? then : otherwise, scope)
  },
  'Fn::Equals': (given, scope) => {
    const [one, other] = list(resolve(given, scope), 'Fn::Equals')
    return one === other
  },
  'Fn::Not': (given, scope) => !list(resolve(given, scope), 'Fn::Not')[0],
  'Fn::And': (given, scope) => list(resolve(given, scope), 'Fn::And').every(Boolean),
  'Fn::Or': (given, scope) => list(resolve(given, scope), 'Fn::Or').some(Boolean),
  'Fn::ImportValue': (given, scope) => scope.imported(text(resolve(given, scope))),
}

const nothing = Symbol('AWS::NoValue')
/** What `Ref: AWS::NoValue` answers: the property is left out. */
export const noValue: unknown = nothing

/** The value with every intrinsic carried out. Throws one sentence for an intrinsic that the runner does not know. */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((each) => resolve(each, scope)).filter((each) => each !== noValue)
  if (!isObject(value)) return value
  const names = Object.keys(value)
  const [only] = names
  if (names.length === 1 && only !== undefined) {
    if (only === 'Condition' && typeof value[only] === 'string') return scope.condition(value[only])
    const run = intrinsics[only]
    if (run) return run(value[only], scope)
    if (only.startsWith('Fn::'))
      throw new Error(`the template uses ${only}, which the local runner does not understand`)
  }
  return Object.fromEntries(
    names.map((name) => [name, resolve(value[name], scope)] as const).filter(([, each]) => each !== noValue),
  )
}
