import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import type { Refusal } from '../refusal.ts'
import { type Lang, say } from '../words/words.ts'
import { fill, type Gaps } from './frame.ts'
import type { Reply } from './http.ts'
import { logFault } from './log.ts'
import { faultOf, problemOf } from './problem.ts'

const s3 = new S3Client({
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
})
const keptMs = 60_000
const kept = new Map<string, { at: number; frame: string }>()

/** The frame that the site build emitted for `page`; kept for a minute, and longer while the bucket does not answer. */
async function frameOf(page: string, lang: Lang): Promise<string> {
  const name = `_frames/${page}.${lang}.html`
  const have = kept.get(name)
  if (have && Date.now() - have.at < keptMs) return have.frame
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: process.env.SITE_BUCKET, Key: name }))
    const frame = (await Body?.transformToString('utf-8')) ?? ''
    kept.set(name, { at: Date.now(), frame })
    return frame
  } catch (error) {
    if (!have) throw error
    logFault(error, { frame: name })
    return have.frame
  }
}

/** A page that depends on the person: a frame of the site, filled, every value escaped, kept by nobody. */
export async function page(name: string, lang: Lang, gaps: Gaps, status = 200): Promise<Reply> {
  const frame = await frameOf(name, lang)
  const test = process.env.STAGE !== 'prod'
  return {
    status,
    text: fill(frame, { test, ...gaps }),
    type: 'text/html',
    headers: { 'content-language': lang, 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' },
  }
}

/** Options of a door whose refusals and faults are pages. */
export const asPages = {
  refused: (refusal: Refusal, { lang }: { lang: Lang }): Promise<Reply> => problemPage(problemOf(refusal, lang), lang),
  faulted: ({ lang }: { lang: Lang }): Promise<Reply> => problemPage(faultOf(lang), lang),
}

async function problemPage(problem: { title: string; status: number }, lang: Lang): Promise<Reply> {
  const home = { vi: '/', en: '/en/' }
  try {
    const gaps = {
      title: say(lang, problem.status === 404 ? 'problem.missing' : 'problem.stopped'),
      message: problem.title,
      homeUrl: home[lang],
      viUrl: home.vi,
      enUrl: home.en,
    }
    return await page('problem', lang, gaps, problem.status)
  } catch (error) {
    logFault(error)
    return {
      status: problem.status,
      text: `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${problem.title}</title><h1>${problem.title}</h1></html>`,
      type: 'text/html',
    }
  }
}
