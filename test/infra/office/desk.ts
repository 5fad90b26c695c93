import { run, typedOf } from '../../../infra/office/money.ts'
import type { Office } from '../../../infra/office/office.ts'

/** An office whose city answers from a list, by verb; `asked` and `printed` say what went on. */
export function openOffice(answers: Record<string, object>, over: Partial<Office> = {}) {
  const printed: string[] = []
  const orders: { verb: string; input: Record<string, unknown> }[] = []
  const office: Office = {
    lang: 'vi',
    by: 'Operator/lan',
    sure: false,
    order: async <T>(verb: string, input: object) => {
      orders.push({ verb, input: { ...input } })
      return answers[verb] as T
    },
    alarms: async () => [],
    ask: async () => 'CÓ ',
    print: (line) => void printed.push(line),
    read: async () => Buffer.from('hóa đơn'),
    ...over,
  }
  const type = (line: string[]) => {
    const { command, typed, lang } = typedOf(line)
    return run(command, typed, async () => office, lang)
  }
  return { type, orders, said: () => printed.join('\n').replaceAll('\u00a0', ' ') }
}
