import { donationByReceiptKey } from '../../../functions/donations/store.ts'
import { seed } from '../../../infra/seed/seed.ts'
import { call } from '../../call.ts'
import { donorOf } from '../mail/touches.ts'
import { moved, type Service, services } from './transferred.ts'

type As = <T>(run: string, act: (verb: unknown) => Promise<T>) => Promise<T>

const runs: Record<Service, string> = { SePay: 'donations/settle-sepay', payOS: 'donations/settle-payos' }

/** Has each service tell of all that it may: a gift with a name, once more, money without a memo, money that left. */
export async function touchTransfers(as: As): Promise<void> {
  const [program] = seed.programs
  const account = seed.entities.find(({ slug }) => slug === program!.entity)!.accounts[0]!.number
  for (const by of ['SePay', 'payOS'] as const) {
    const body = { program: program!.slug, amountVnd: 50_000, ...donorOf('Cô Năm'), way: 'bank' }
    const { json } = await as('donations/give', (verb) => call(verb, { method: 'POST', body }))
    const gift = await as('donations/show-transfer', async (verb) => {
      await call(verb, { params: { receiptKey: json.receiptKey } })
      return donationByReceiptKey(json.receiptKey)
    })
    const movements = [moved(gift, { account }), moved(gift, { account }), moved(undefined, { account })]
    // Of the first, SePay tells once more by another id: another movement, which is held.
    const ofSepay = [movements[0]!, moved(undefined, { account, direction: 'out' })]
    for (const of of [...movements, ...(by === 'SePay' ? ofSepay : [])])
      await as(runs[by], (verb) => call(verb, { method: 'POST', ...services[by].say(of) }))
  }
}
