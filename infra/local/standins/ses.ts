import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { type Answer, type Asked, noSuchPage, openCounter } from '../gateways/counter.ts'
import { style } from '../gateways/levers.ts'
import { type Permissions, signedBy } from '../iam.ts'
import type { LettersPart } from '../parts.ts'
import { inboxPage, letterPage, type Moods } from './inbox-pages.ts'
import { eventOf, type Fate, isFate, isTold, type KeptLetter, type LetterEvent } from './letters.ts'

interface Options {
  /** Milliseconds; the city's clock. */
  now: () => number
  /** The sets that the stack made. */
  sets?: readonly LettersPart[]
  may?: Permissions['may']
  /** What the set tells goes to the event bus. */
  tell?: (event: LetterEvent) => Promise<unknown>
  region?: string
  account?: string
}

const part = z.object({ Data: z.string() })
const sendEmail = z.object({
  FromEmailAddress: z.string(),
  Destination: z.object({ ToAddresses: z.array(z.string()).length(1) }),
  Content: z.object({ Simple: z.object({ Subject: part, Body: z.object({ Text: part, Html: part }) }) }),
  ConfigurationSetName: z.string(),
})

const json = (status: number, body: object, errorType?: string): Answer => ({
  ...{ status, type: 'application/json', body: JSON.stringify(body) },
  ...(errorType ? { headers: { 'x-amzn-errortype': errorType } } : {}),
})
const refuse = (status: number, type: string, message: string) => json(status, { message }, type)
/** The address in `Name <address>`. */
const bare = (text: string): string => /<([^<>]+)>$/.exec(text)?.[1] ?? text
const decoded = (text: string): string =>
  text.replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, word: string) => Buffer.from(word, 'base64').toString('utf8'))

/** Addresses of SES's own simulator, and what becomes of a letter to them. */
const simulated: Record<string, Fate> = {
  'bounce@simulator.amazonses.com': 'bounce',
  'complaint@simulator.amazonses.com': 'complaint',
  'ooto@simulator.amazonses.com': 'away',
}

/** SendEmail, the addresses that it no longer writes to, and what a set tells of a letter. */
function openOffice(options: Options) {
  const { now, sets = [], may = () => true, region = 'ap-southeast-1', account = '000000000000' } = options
  const letters: KeptLetter[] = []
  const moods: Moods = { down: false, throttled: false }
  const suppressed = new Set<string>()

  async function befall(letter: KeptLetter, fate: Fate): Promise<void> {
    const set = sets.find((each) => each.set === letter.set)
    if (fate === 'bounce' || fate === 'complaint') suppressed.add(letter.to.toLowerCase())
    letter.told.push(fate)
    if (set && isTold(set, fate)) await options.tell?.(eventOf(letter, fate, now()))
  }

  function isAllowed(who: string, from: string, set: string): boolean {
    const facts = { 'ses:FromAddress': [from] }
    const arn = (resource: string) => `arn:aws:ses:${region}:${account}:${resource}`
    return [`identity/${from.split('@')[1]}`, `configuration-set/${set}`].every((resource) =>
      may(who, 'ses:SendEmail', arn(resource), facts),
    )
  }

  function send({ body, headers }: Asked): Answer {
    if (moods.down) return refuse(503, 'ServiceUnavailable', 'down')
    if (moods.throttled) return refuse(429, 'TooManyRequestsException', 'Maximum sending rate exceeded.')
    const read = sendEmail.safeParse(JSON.parse(body))
    if (!read.success) return refuse(400, 'BadRequestException', z.prettifyError(read.error))
    const { FromEmailAddress: from, Destination, Content, ConfigurationSetName: set } = read.data
    const to = Destination.ToAddresses[0]!
    if (!isAllowed(signedBy(headers.authorization), bare(from), set))
      return refuse(403, 'AccessDeniedException', 'not authorized to perform ses:SendEmail')
    if (sets.every((each) => each.set !== set)) return refuse(404, 'NotFoundException', `Configuration set ${set}`)
    if (!/^[\x21-\x7e]+@[\x21-\x7e]+$/.test(to)) return refuse(400, 'BadRequestException', "Missing final '@domain'")
    const { Subject, Body } = Content.Simple
    const letter = {
      ...{ id: randomBytes(12).toString('hex'), at: now(), from: decoded(from), to, set, told: [] },
      ...{ subject: Subject.Data, text: Body.Text.Data, html: Body.Html.Data },
    }
    letters.push(letter)
    const fate = suppressed.has(to.toLowerCase()) ? 'suppressed' : simulated[to.toLowerCase()]
    if (fate) setImmediate(() => void befall(letter, fate))
    return json(200, { MessageId: letter.id })
  }

  return { letters, moods, befall, send }
}

/** Enough of SES v2 for the city, and an inbox for people. */
export async function startSes(options: Options) {
  const { letters, moods, befall, send } = openOffice(options)
  const findLetter = (id: string | undefined) => letters.find((each) => each.id === id)
  async function answer(asked: Asked): Promise<Answer> {
    const { route, body } = asked
    if (route === 'POST /v2/email/outbound-emails') return send(asked)
    if (route === 'GET /style.css') return { body: style, type: 'text/css' }
    if (route === 'GET /') return { body: inboxPage(letters, moods) }
    const form = new URLSearchParams(body)
    if (route === 'POST /moods') {
      Object.assign(moods, { down: form.has('down'), throttled: form.has('throttled') })
      return { location: '/' }
    }
    if (route === 'POST /fate') {
      const letter = findLetter(form.get('id') ?? '')
      const fate = form.get('fate') ?? ''
      if (!letter || !isFate(fate)) return noSuchPage
      await befall(letter, fate)
      return { location: `/letters/${letter.id}` }
    }
    const [, id, html] = /^GET \/letters\/(\w+)(\/html)?$/.exec(route) ?? []
    const letter = findLetter(id)
    if (!letter) return noSuchPage
    return { body: html ? letter.html : letterPage(letter) }
  }

  const door = await openCounter(answer)
  return {
    ...door,
    /** Read and set by tests. */
    moods,
    letters: (): readonly KeptLetter[] => letters,
    /** What becomes of a letter. */
    befall,
  }
}
export type Ses = Awaited<ReturnType<typeof startSes>>
