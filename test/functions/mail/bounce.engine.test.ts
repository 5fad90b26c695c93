import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { sendWaiting } from '../../../functions/mail/send.ts'
import { emailOf, eraseEmail } from '../../../functions/mail/store.ts'
import { event, hear, now, openPost, type Post } from './post.ts'

let post: Post
beforeAll(async () => {
  post = await openPost()
})
beforeEach(() => post.clear())
afterAll(() => post.close())

describe('a bounce', () => {
  it('marks every receipt that went to that address, once or twice told; no stranger’s and nothing erased', async () => {
    const [gift, erased] = [await post.paid(), await post.paid()]
    await post.send()
    await eraseEmail(erased.id)
    expect(await hear(event(post.address.toUpperCase(), 'bounce'))).toEqual({ marked: 1 })
    expect(await hear(event(post.address, 'bounce'))).toEqual({ marked: 1 })
    expect(await hear(event('stranger@b.vn', 'bounce'))).toEqual({ marked: 0 })
    expect((await emailOf(gift.id))?.refused).toBe('bounce')
    expect(await emailOf(erased.id)).toBeUndefined()
    expect(await hear({ 'detail-type': 'Email Bounced', detail: {} })).toEqual({})
  })
  it('finds what was sent before the service stack, and with it the key of the edge, was made anew', async () => {
    const gift = await post.paid()
    await post.send()
    vi.stubEnv('ORIGIN_KEY', 'another key of the edge')
    expect(await hear(event(post.address, 'bounce'))).toEqual({ marked: 1 })
    vi.unstubAllEnvs()
    expect((await emailOf(gift.id))?.refused).toBe('bounce')
  })
  it('that is an automatic answer marks nothing; a complaint says that it was one', async () => {
    const gift = await post.paid()
    await post.send()
    expect(await hear(event(post.address, 'away'))).toEqual({ marked: 0 })
    expect((await emailOf(gift.id))?.refused).toBeUndefined()
    await hear(event(post.address, 'complaint'))
    expect((await emailOf(gift.id))?.refused).toBe('complaint')
  })
  it('that comes before the sending was written down is not forgotten', async () => {
    const gift = await post.paid()
    await sendWaiting(now, async (mail) => {
      await hear(event(mail.to, 'bounce'))
      return 'sent'
    })
    expect(await emailOf(gift.id)).toMatchObject({ refused: 'bounce', sentAt: now })
  })
})
