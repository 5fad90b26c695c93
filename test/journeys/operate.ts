import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { describe, expect, it } from 'vitest'
import { sayRefusal } from '../../functions/words/words.ts'
import type { At } from '../../infra/deploy/at.ts'
import { awsOf } from '../../infra/deploy/aws.ts'
import { orderOf, turnGiving } from '../../infra/deploy/giving.ts'
import { forgedNotification } from '../../infra/deploy/prove/forged.ts'
import { missing, pages } from '../../infra/deploy/prove/pages.ts'
import { permissions } from '../../infra/deploy/prove/permissions.ts'
import { programs, sameProgram } from '../../infra/deploy/prove/program.ts'
import { lambdaAt } from '../../infra/local/seed.ts'
import { gatewayNames, stageOf } from '../../infra/stages.ts'
import { say } from '../../site/src/words/words.ts'
import { overflow, shoot } from './browser.ts'
import { giftThatIs } from './gifts.ts'
import { city, lastOrder, piggyBank, read, stateOf, visit } from './stage.ts'
import { givePage, press } from './steps.ts'

/** The operator’s hands on this city; what needs another client of AWS fails, as it should. */
function operator(): At {
  const running = city()
  const { assembly, engine, invokeOrigin } = running
  const stage = stageOf('dev')
  const own = gatewayNames.map((name) => {
    const { pay, api } = stage.gateways[name]
    return [name, { api, ...(pay ? { pay: running[name].origin } : {}) }] as const
  })
  const here = { region: assembly.region, credentials: { accessKeyId: 'operator', secretAccessKey: 'local' } }
  return {
    stage: { ...stage, gateways: { ...stage.gateways, ...Object.fromEntries(own) } },
    aws: {
      ...awsOf(assembly.region),
      lambda: lambdaAt(invokeOrigin),
      table: DynamoDBDocumentClient.from(new DynamoDBClient({ ...here, endpoint: engine.endpoint })),
    },
    run: () => Promise.reject(new Error('nothing is run here')),
    fetch,
    pause: () => Promise.reject(new Error('the first answer was not right')),
    print: () => undefined,
  }
}

describe('an operator', () => {
  it('proves a city with the steps of a deploy', async () => {
    const at = operator()
    const { origin, apiOrigin, parts } = city()
    const place = { publicUrl: origin, apiUrl: apiOrigin }
    const table = parts.tables[0]!.name
    const now = new Date(Date.now() + city().offset())
    const [slug] = await programs(at, place)
    expect(slug).toBeTruthy()
    expect((await pages(at, place, slug)).seen).toMatch(/^\d+ pages/)
    expect((await missing(at, place)).seen).toContain('404')
    expect((await sameProgram(at, place, table, slug)).seen).toContain(`${slug}, version`)
    expect((await forgedNotification(at, place, table, { open: true, now })).seen).toBe('97, nothing written')
    expect((await permissions(at)).seen).toBe('3 allowed, 5 denied')
  })

  it('closes giving with a reason in both languages; a payment under way still settles; and opens it again', async () => {
    const turn = async (...order: Parameters<typeof orderOf>) => {
      const said = await turnGiving(lambdaAt(city().invokeOrigin), city().nameOf('giving/turn'), orderOf(...order))
      await city().moveTime(60)
      return said
    }
    const program = await piggyBank()
    const { page } = await visit({ expects: /status of 409/ })
    await givePage(page, program, 'vi', 20_000)
    const waiting = await giftThatIs('waiting')
    const { reference } = lastOrder()

    expect(await turn('off', 'đang sửa máy chủ', 'we are repairing a server')).toContain('within a minute')
    try {
      await press(page, 'give.without-name')
      await page.getByText(sayRefusal('vi', 'giving-closed', { reason: 'đang sửa máy chủ' })).waitFor()
      await shoot(page, 'giving-closed-form')
      await city().vnpay.approve(reference)
      await city().settled()
      expect(await stateOf(waiting)).toBe('received')

      for (const lang of ['vi', 'en'] as const) {
        const visitor = await visit({ lang })
        for (const path of lang === 'vi' ? ['/', '/ung-ho/'] : ['/en/', '/en/give/']) {
          await visitor.page.goto(path)
          const notice = visitor.page.getByRole('complementary', { name: say(lang, 'page.giving-closed') })
          await notice.waitFor()
          expect(await notice.textContent()).toContain(lang === 'vi' ? 'đang sửa máy chủ' : 'we are repairing a server')
          expect(await overflow(visitor.page)).toBe(0)
        }
        await shoot(visitor.page, `giving-closed.${lang}`)
      }
    } finally {
      expect(await turn('on')).toBe('Giving is open again.')
    }
    expect(await read('/api/giving')).toMatchObject({ open: true })
    const { page: later } = await visit()
    await givePage(later, program, 'vi', 20_000)
    expect(await later.locator('[data-paused]').isVisible()).toBe(false)
    await press(later, 'give.without-name')
    await later.waitForURL('**/paymentv2/vpcpay.html?**')
  })
})
