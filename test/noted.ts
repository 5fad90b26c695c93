import { client } from '../functions/store/table.ts'

/** action and family of every key that a verb touched, as its role would be asked. */
const touched = new Map<string, Set<string>>()
let acting = ''
const note = (action: string, pk: unknown) => touched.get(acting)?.add(`${action} ${String(pk).split('#')[0]}`)

// biome-ignore lint/suspicious/noExplicitAny: inputs of many commands
function noteCommand(name: string, input: any): void {
  const action = name.replace('Command', '').replace('Item', '')
  if (action === 'TransactWrite' || action === 'TransactWrites')
    for (const write of input.TransactItems)
      for (const [kind, { Item, Key }] of Object.entries<{ Item?: { pk: string }; Key?: { pk: string } }>(write))
        note(kind, (Item ?? Key)!.pk)
  else if (action === 'BatchGet')
    for (const { Keys } of Object.values<{ Keys: { pk: string }[] }>(input.RequestItems))
      for (const { pk } of Keys) note('BatchGet', pk)
  else note(action, input.Key?.pk ?? input.Item?.pk ?? input.ExpressionAttributeValues?.[':pk'])
}

/** From now on every key is noted for whoever acts. */
export const noteKeys = (): void =>
  client.middlewareStack.add(
    (next, context) => (args) => {
      noteCommand(context.commandName ?? '', args.input)
      return next(args)
    },
    { step: 'initialize', name: 'note', priority: 'low' },
  )

/** From now on this verb acts; '' is nobody. */
export function startAs(run: string): void {
  acting = run
  if (run && !touched.has(run)) touched.set(run, new Set())
}

/** `Put donation`, `BatchGet name` …: what the verb did so far. */
export const touchedBy = (run: string): string[] => [...(touched.get(run) ?? [])].sort()
