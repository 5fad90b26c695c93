import { describe, expect, it } from 'vitest'
import { say } from '../../site/src/words/words.ts'
import { shoot } from './browser.ts'
import { city, piggyBank, stateOf, sums, visit } from './stage.ts'
import { atReceipt, atReturn, choose, field, givePage, press, shown, wayTo } from './steps.ts'

describe('a donor abroad', () => {
  it('pays by card once the city has an account at Stripe, and reads a receipt in English', async () => {
    const program = await piggyBank()
    const before = await sums(program)
    const { accounts, origin, ssm, stripe } = city()
    const gift = new URLSearchParams({ program: program.slug, amount: '250000', way: 'stripe', lang: 'en' })
    expect((await fetch(`${origin}/api/donations`, { method: 'POST', body: gift })).status).toBe(409)
    const { page } = await visit({ lang: 'en', expects: /status of 422/ })
    await givePage(page, program, 'en', undefined, 'vnpay')
    expect(await wayTo(page, 'stripe', 'en').count()).toBe(0)
    ssm.put('/learning-city/dev/stripe', JSON.stringify(accounts.stripe))
    // So long a list of ways may stand in a cache.
    await city().moveTime(60)
    // The page is of the last build, so it is the form to mend that offers the new way first.
    await field(page, 'give.amount', 'en').fill('50')
    await press(page, 'give.without-name', 'en')
    await choose(page, 'stripe', 'en')
    await field(page, 'give.amount', 'en').fill('250000')
    await press(page, 'give.without-name', 'en')
    await page.waitForURL(`${stripe.origin}/c/pay/**`)
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

    // Another gift, whose page is closed: Stripe tells of its end, and the page says that nothing was paid.
    const { location } = Object.fromEntries(
      (await fetch(`${origin}/api/donations`, { method: 'POST', body: gift, redirect: 'manual' })).headers,
    )
    await page.goto(location!)
    await page.getByText(shown(250_000, 'en')).waitFor()
    const left = stripe.payments().at(-1)!
    await page.goto(left.cancelUrl)
    await atReturn(page, 'return.waiting', 250_000, 'en')
    await stripe.end(left.reference)
    expect(stripe.notices().at(-1)!.answers).toEqual(['200'])
    await atReturn(page, 'return.declined', 250_000, 'en')
  })
})
