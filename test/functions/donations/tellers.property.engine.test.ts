import { expect, it, vi } from 'vitest'
import { draw } from '../../../functions/door/random.ts'
import { client, query } from '../../../functions/store/table.ts'
import { recordTransfer } from '../../../functions/transfers/record-store.ts'
import { openIncome } from '../../../functions/transfers/store.ts'
import { seeded, withFaults } from '../../faults.ts'
import { kept, promised } from './bank-stage.ts'

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
console.log(`the words of two tellers: SEED=${seed}`)
const account = '0011012345678'
const amountVnd = 50_000

/** Told until it is taken, as tellers do. */
async function tell(transactionId: string, toldAs: string | undefined, text: string, at: string): Promise<void> {
  const of = { account, direction: 'in', amountVnd, at, text, ...(toldAs ? { toldAs } : {}) } as const
  for (let attempt = 1; ; attempt++)
    try {
      await recordTransfer({ ...of, transactionId }, draw, '2026-11-23T08:00:00.000Z')
      return
    } catch (error) {
      if (attempt === 60) throw error
    }
}

it('thirty movements of one sum, each told by both, with and without reference and memo, at once and again, under faults: none is booked twice, none is lost', async () => {
  const chance = seeded(seed)
  const movements = await Promise.all(
    Array.from({ length: 30 }, async (_, n) => {
      const gift = chance() < 0.7 ? await promised(amountVnd) : undefined
      const memo = gift ? gift.attempts[0]!.reference : 'ung ho'
      const at = new Date(Date.parse('2026-11-23T07:00:00.000Z') + Math.floor(chance() * 5_400) * 1_000).toISOString()
      const [bySepay, byPayos] = [chance() < 0.5 ? `SEPAY${n}` : `FT${n}`, chance() < 0.2 ? `PAYOS${n}` : `FT${n}`]
      const ids = [...new Set([bySepay, byPayos])].map((reference) => `${account}.${reference}.${amountVnd}`)
      const later = new Date(Date.parse(at) + 2_000).toISOString()
      const words = [
        () => tell(`${account}.${bySepay}.${amountVnd}`, `SEPAY${n}`, chance() < 0.1 ? 'CHUYEN TIEN' : memo, at),
        () => tell(`${account}.${byPayos}.${amountVnd}`, undefined, memo, later),
      ]
      return { gift, ids, words: [...words, ...words] }
    }),
  )
  const faults = withFaults(client, 0.1, seed)
  // Both words of a movement at the same moment, and some movements together.
  for (let from = 0; from < movements.length; from += 5)
    await Promise.all(movements.slice(from, from + 5).flatMap(({ words }) => words.map((word) => word())))
  faults.mend()

  const income = new Set((await openIncome()).map(({ transactionId }) => transactionId))
  const held = new Set((await query('unallocated#held')).map(({ sk }) => String(sk)))
  for (const { gift, ids } of movements) {
    const paid = gift ? (await kept(gift)).paid.length : 0
    const booked = paid + ids.filter((id) => income.has(id)).length
    expect([ids, booked <= 1]).toEqual([ids, true])
    expect([ids, booked === 1 || ids.some((id) => held.has(id))]).toEqual([ids, true])
  }
  vi.restoreAllMocks()
})
