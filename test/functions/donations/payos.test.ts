import { describe, expect, it } from 'vitest'
import { payosText, payosTransfer, readPayos, signPayos } from '../../../functions/donations/providers/bank/payos.ts'
import vectors from '../../vectors/payments.json' with { type: 'json' }

const another = (value: string | number) => (typeof value === 'number' ? value + 1 : `${value}0`)

describe.each(vectors.payos.webhook)('$id', ({ checksumKey, body, raw_string, expected }) => {
  const read = (of: object, key = checksumKey) =>
    readPayos(Buffer.from(JSON.stringify(of)), { payos: { checksumKey: key } })
  const data = Object.entries(body.data)
  const withData = (of: object) => ({ ...body, data: of })

  it('is signed over the text of payOS, and so by payOS', () => {
    expect(payosText(body.data)).toBe(raw_string)
    expect(signPayos(body.data, checksumKey)).toBe(expected)
    expect(body.signature).toBe(expected)
    expect(read(body)).toEqual({ isSigned: true, isProbe: true, data: body.data })
  })
  it('is as good in another order, in capitals, with null for nothing, and with members that are not signed', () => {
    for (const same of [
      withData(Object.fromEntries([...data].reverse())),
      { ...body, signature: expected.toUpperCase() },
      withData(Object.fromEntries(data.map(([name, value]) => [name, value === '' ? null : value]))),
      { ...body, desc: 'another', code: '99', success: false, utm_source: 'x' },
    ])
      expect(read(same)?.isSigned).toBe(true)
  })
  it.each(data)('with another %s than %j, or none, it is not theirs', (name, value) => {
    expect(read(withData({ ...body.data, [name]: another(value) }))?.isSigned).toBe(false)
    expect(read(withData(Object.fromEntries(data.filter(([each]) => each !== name))))?.isSigned).toBe(false)
  })
  it('with a member more, half a signature, another’s or none, or by another key, it is not theirs', () => {
    expect(read(withData({ ...body.data, more: '' }))?.isSigned).toBe(false)
    for (const signature of ['', expected.slice(1), `${expected}0`, expected.replace('4', '5')])
      expect(read({ ...body, signature })?.isSigned).toBe(false)
    expect(read(body, `${checksumKey}0`)?.isSigned).toBe(false)
    expect(readPayos(Buffer.from(JSON.stringify(body)), {})?.isSigned).toBe(false)
    const { signature: _, ...unsigned } = body
    for (const none of [unsigned, { ...body, data: undefined }, [body], null]) expect(read(none ?? [])).toBeUndefined()
  })
  it('tells of a transfer in Viet Nam’s time', () => {
    expect(payosTransfer(body.data)).toEqual({
      account: '12345678',
      transactionId: '12345678.TF230204212323.3000',
      direction: 'in',
      amountVnd: 3_000,
      at: '2023-02-04T11:25:00.000Z',
      text: 'VQRIO123',
    })
  })
})
