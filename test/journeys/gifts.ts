import { city, piggyBank } from './stage.ts'

export type State = 'received' | 'waiting' | 'checking' | 'declined'
export const states: readonly State[] = ['received', 'waiting', 'checking', 'declined']

/** A gift in a state that a page can show, made without a browser. */
export async function giftThatIs(state: State): Promise<string> {
  const { vnpay, origin } = city()
  const { slug } = await piggyBank()
  const given = await fetch(`${origin}/api/donations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ program: slug, amountVnd: 50_000, name: 'Hội phụ huynh lớp 5A', lang: 'vi' }),
  })
  const { receiptKey, payUrl } = (await given.json()) as { receiptKey: string; payUrl: string }
  await fetch(payUrl)
  const { reference } = vnpay.payments().at(-1)!
  if (state === 'received') await vnpay.approve(reference)
  if (state === 'checking') await vnpay.suspect(reference)
  if (state === 'declined') await vnpay.decline(reference)
  return `/receipts/${receiptKey}`
}
