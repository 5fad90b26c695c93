import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { type City, openCity } from '../city.ts'
import { openVisitor, type Visitor, type Wants } from './browser.ts'
import { openChromium } from './chromium.ts'

interface Sums {
  receivedVnd: number
  gifts: number
}
export interface Program {
  slug: string
  name: { vi: string; en: string }
}

/** The whole city and one browser for all journeys of the file that imports this. After each journey nothing may have gone wrong on any page. */
function stage() {
  let city: City
  let browser: Browser
  let visitors: Visitor[] = []
  let looks = 0

  beforeAll(async () => {
    ;[city, browser] = await Promise.all([openCity(), openChromium()])
  })
  afterEach(async () => {
    Object.assign(city.vnpay.switches, { drop: false, double: false, reorder: false, forge: false })
    Object.assign(city.vnpay.switches, { delaySeconds: 0, amountVnd: undefined })
    const faults = visitors.flatMap((visitor) => visitor.faults)
    await Promise.all(visitors.map((visitor) => visitor.close()))
    visitors = []
    expect(faults).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await city?.close()
  })

  const read = async <T>(path: string): Promise<T> => (await fetch(city.origin + path)).json() as Promise<T>
  return {
    city: () => city,
    read,
    async visit(wants: Wants = {}): Promise<Visitor> {
      const visitor = await openVisitor(browser, city.origin, wants)
      visitors.push(visitor)
      return visitor
    },
    /** The piggy bank of Bình Tân, as the public API knows it. */
    async piggyBank(): Promise<Program> {
      const { programs } = await read<{ programs: (Program & { kind: string })[] }>('/api/programs')
      return programs.find(({ kind, name }) => kind === 'piggy-bank' && name.vi.includes('Bình Tân'))!
    },
    /** What the public book says of a program, once every change has run through; another address each time, so that no cache answers. */
    async sums(program: Program): Promise<Sums> {
      await city.settled()
      const { programs } = await read<{ programs: Record<string, Sums> }>(`/api/totals?look=${++looks}`)
      return programs[program.slug] ?? { receivedVnd: 0, gifts: 0 }
    },
    /** What the API says of the gift behind a receipt. */
    stateOf: async (receipt: string): Promise<string> =>
      (await read<{ state: string }>(`/api/donations/${receipt.split('/').at(-1)}`)).state,
    /** The order whose page was opened last. */
    lastOrder() {
      const order = city.vnpay.payments().at(-1)
      if (!order) throw new Error('nobody came to the gateway')
      return { ...order, receipt: new URL(order.returnUrl).pathname.replace(/\/return$/, '') }
    },
  }
}

export const { city, read, visit, piggyBank, sums, stateOf, lastOrder } = stage()
