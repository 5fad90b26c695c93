import { describe, expect, it } from 'vitest'
import { say } from '../../site/src/words/words.ts'
import { shoot } from './browser.ts'
import { city, piggyBank, stateOf, sums, visit } from './stage.ts'
import { atReceipt, shown } from './steps.ts'

describe('a donor abroad', () => {
  it('pays by card once the city has an account at Stripe, and reads a receipt in English', async () => {
    const program = await piggyBank()
    const before = await sums(program)
    const { page } = await visit({ expects: /status of 409/ })
    await page.goto('/en/')
    const pledge = () =>
      page.evaluate(
        async (gift) => {
          const headers = { 'content-type': 'application/json' }
          const said = await fetch('/api/donations', { method: 'POST', headers, body: JSON.stringify(gift) })
          return { status: said.status, payUrl: String(((await said.json()) as { payUrl?: string }).payUrl) }
        },
        { program: program.slug, amountVnd: 250_000, way: 'stripe', lang: 'en' },
      )
    expect((await pledge()).status).toBe(409)
    const { accounts, ssm, stripe } = city()
    ssm.put('/learning-city/dev/stripe', JSON.stringify(accounts.stripe))
    const { status, payUrl } = await pledge()
    expect(status).toBe(201)
    await page.goto(payUrl)
    await page.getByText(shown(250_000, 'en')).waitFor()
    await page.getByRole('button', { name: 'The card is declined', exact: true }).click()
    await page.getByText('Your card was declined').waitFor()
    await shoot(page, 'stripe-declined')
    await page.getByRole('button', { name: 'Pay by card', exact: true }).click()
    await atReceipt(page, 'en')
    expect(await page.getByText(say('en', 'receipt.number')).count()).toBe(1)
    expect(stripe.notices().map(({ answers }) => answers)).toEqual([['200']])
    expect(await sums(program)).toMatchObject({ receivedVnd: before.receivedVnd + 250_000, gifts: before.gifts + 1 })
    const receipt = new URL(page.url()).pathname
    await stripe.refundByHand(stripe.payments()[0]!.reference, 50_000)
    expect(stripe.notices().at(-1)!.answers).toEqual(['200'])
    expect(await stateOf(receipt)).toBe('received')
  })
})
