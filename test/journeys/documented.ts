import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { city, piggyBank, read } from './stage.ts'

type Json = Record<string, unknown>
interface Document {
  paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, { schema: Json }> }> }>>
  components: { schemas: Record<string, Json> }
}

const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) })
const json = (body: object) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

/** Asks each way in as people do, rightly and wrongly; every answer is noted under the path that the document names. */
async function answers(): Promise<{ way: string; answer: Response }[]> {
  const { slug } = await piggyBank()
  const noted: { way: string; answer: Response }[] = []
  const ask = async (path: string, at: string, init: RequestInit = {}) => {
    const answer = await fetch(city().origin + at, { redirect: 'manual', ...init })
    noted.push({ way: `${(init.method ?? 'GET').toLowerCase()} ${path}`, answer })
    return answer.clone()
  }
  const given = await ask('/api/donations', '/api/donations', json({ program: slug, amountVnd: 50_000, name: 'Bà Tư' }))
  const { receiptKey, payUrl } = (await given.json()) as { receiptKey: string; payUrl: string }
  await fetch(payUrl)
  await city().vnpay.approve(city().vnpay.payments().at(-1)!.reference)
  await city().settled()
  for (const wrong of [{ amountVnd: 1 }, { program: 'khong-co', amountVnd: 50_000 }, { program: slug, amountVnd: 'x' }])
    await ask('/api/donations', '/api/donations', json(wrong))
  await ask(
    '/api/donations',
    '/api/donations',
    form({ program: slug, amount: '50k', show: 'no', way: 'vnpay', lang: 'vi' }),
  )
  await ask('/api/donations', '/api/donations', form({ program: slug, amount: '1', show: 'no', lang: 'vi' }))
  for (const key of [receiptKey, 'A'.repeat(22)]) {
    await ask('/receipts/{receiptKey}/pay', `/receipts/${key}/pay`, form({ way: 'vnpay' }))
    await ask('/api/donations/{receiptKey}', `/api/donations/${key}`)
    await ask('/api/donations/{receiptKey}/receipt.json', `/api/donations/${key}/receipt.json`)
    await ask('/receipts/{receiptKey}', `/receipts/${key}`)
    await ask('/receipts/{receiptKey}/return', `/receipts/${key}/return`)
    await ask('/receipts/{receiptKey}/pay', `/receipts/${key}/pay`, form({ way: 'vnpay' }))
    await ask('/receipts/{receiptKey}/confirmation', `/receipts/${key}/confirmation`)
    await ask('/receipts/{receiptKey}/erase-email', `/receipts/${key}/erase-email`, { method: 'POST' })
    await ask('/receipts/{receiptKey}/hide-name', `/receipts/${key}/hide-name`, { method: 'POST' })
  }
  await ask('/api/receipts', '/api/receipts', form({ code: 'ABCDEFGH', amount: '50k' }))
  await ask('/api/receipts', '/api/receipts', form({ code: '', amount: '' }))
  for (const email of ['khong.ai@b.vn', 'khong.ai'])
    await ask('/api/receipts/link', '/api/receipts/link', form({ email }))
  for (const at of ['', '?area=777', '?area=x']) await ask('/api/programs', `/api/programs${at}`)
  for (const at of [slug, 'khong-co']) await ask('/api/programs/{slug}', `/api/programs/${at}`)
  await ask('/api/areas', '/api/areas')
  await ask('/api/questions', '/api/questions')
  await ask('/api/giving', '/api/giving')
  await ask('/api/ways', '/api/ways')
  await ask('/api/totals', '/api/totals')
  for (const at of ['', '?limit=1', '?cursor=x']) {
    await ask('/api/book', `/api/book${at}`)
    if (!at.includes('limit')) await ask('/api/book.csv', `/api/book.csv${at}`)
  }
  for (const at of ['', '?month=2026-13']) await ask('/api/statements', `/api/statements${at}`)
  for (const at of ['2020-01-01', 'hom-qua']) await ask('/api/statements/{day}', `/api/statements/${at}`)
  await ask('/api/payments/vnpay/ipn', '/api/payments/vnpay/ipn?vnp_Amount=1')
  await ask('/api/payments/momo/ipn', '/api/payments/momo/ipn', json({ amount: 1 }))
  await ask('/api/payments/momo/ipn', '/api/payments/momo/ipn', json({ extraData: 'A'.repeat(20_000) }))
  await ask('/api/payments/zalopay/ipn', '/api/payments/zalopay/ipn', json({ data: '{}', mac: '', type: 1 }))
  await ask('/api/payments/stripe/ipn', '/api/payments/stripe/ipn', json({}))
  await askTransfers(ask, slug)
  await askOrganization(ask, slug)
  return noted
}

type Ask = (path: string, at: string, init?: RequestInit) => Promise<Response>

/** A gift by a transfer, and what the services of the bank are told. */
async function askTransfers(ask: Ask, program: string): Promise<void> {
  const given = await ask('/api/donations', '/api/donations', json({ program, amountVnd: 5_000, way: 'bank' }))
  const { receiptKey } = (await given.json()) as { receiptKey: string }
  for (const key of [receiptKey, 'A'.repeat(22)])
    await ask('/receipts/{receiptKey}/transfer', `/receipts/${key}/transfer`)
  for (const by of ['sepay', 'payos']) {
    await ask(`/api/payments/${by}/ipn`, `/api/payments/${by}/ipn`, json({}))
    const probe = { data: { orderCode: 123, amount: 3_000 }, signature: '' }
    await ask(`/api/payments/${by}/ipn`, `/api/payments/${by}/ipn`, json(probe))
  }
}

/** A gift in the name of an organization, which has a confirmation. */
async function askOrganization(ask: Ask, program: string): Promise<void> {
  const organization = { legalName: 'Công ty Sách', taxCode: '0300588569' }
  const gift = json({ program, amountVnd: 50_000, way: 'vnpay', organization })
  const given = await ask('/api/donations', '/api/donations', gift)
  const { receiptKey, payUrl } = (await given.json()) as { receiptKey: string; payUrl: string }
  await fetch(payUrl)
  await city().vnpay.approve(city().vnpay.payments().at(-1)!.reference)
  await city().settled()
  await ask('/receipts/{receiptKey}/confirmation', `/receipts/${receiptKey}/confirmation`)
}

describe('the API document', () => {
  it('tells every status, media type and shape that the city answers', async () => {
    const { paths, components } = await read<Document>('/api/openapi.json')
    const wrong: string[] = []
    const asked = new Set<string>()
    for (const { way, answer } of await answers()) {
      asked.add(way)
      const [method, path] = way.split(' ') as [string, string]
      const responses = paths[path]?.[method]?.responses ?? {}
      const media = (answer.headers.get('content-type') ?? '').split(';')[0]!
      const told = responses[String(answer.status)] ?? (media.includes('problem') ? responses.default : undefined)
      const text = await answer.text()
      if (!told) wrong.push(`${way} answers ${answer.status}, which nobody told`)
      else if (text !== '' && !told.content?.[media]) wrong.push(`${way} answers ${answer.status} as ${media}`)
      if (!media.includes('json') || !told?.content?.[media]) continue
      const { schema } = told.content[media]
      const whole = '$ref' in schema ? components.schemas[String(schema.$ref).split('/').at(-1)!]! : schema
      const shape = z.fromJSONSchema(whole as Parameters<typeof z.fromJSONSchema>[0])
      const fits = shape.safeParse(JSON.parse(text))
      if (!fits.success) wrong.push(`${way} ${answer.status}: ${z.prettifyError(fits.error)}`)
    }
    expect(wrong).toEqual([])
    const told = Object.entries(paths).flatMap(([path, ways]) => Object.keys(ways).map((way) => `${way} ${path}`))
    expect([...asked].sort()).toEqual(told.sort())
  })
})
