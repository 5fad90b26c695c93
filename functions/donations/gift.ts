import * as z from 'zod'
import { giftLimits, parseTyped, type Vnd } from '../money.ts'
import { type FieldReason, Refusal } from '../refusal.ts'
import type { Gift } from './donation.ts'
import { readDonor } from './donor.ts'
import { organization, readOrganization } from './organization.ts'
import { type WayName, wayNames } from './way.ts'

const lang = z.enum(['vi', 'en'])
export const giftJson = z.strictObject({
  program: z.string(),
  amountVnd: z
    .int({ error: (issue) => (issue.input === undefined ? 'amount-missing' : 'amount-unreadable') })
    .min(giftLimits.minVnd, 'amount-too-small')
    .max(giftLimits.maxVnd, 'amount-too-large'),
  name: z.string().optional(),
  email: z.string().optional(),
  organization: z.strictObject(organization.shape).optional(),
  // What a program asked for before there were several ways stays what it gets.
  way: z.enum(wayNames).default('vnpay'),
  lang: lang.optional(),
  attempt: z.uuid().optional(),
  /** What a browser or program calls itself for as long as it is open: a flood from one is slowed. */
  device: z.uuid().optional(),
})
/** As typed by a person; what is wrong is said on the form again with everything kept. */
export const giftForm = z.object({
  program: z.string().default(''),
  amount: z.string().default(''),
  show: z.string().default('no'),
  name: z.string().default(''),
  email: z.string().default(''),
  legalName: z.string().default(''),
  taxCode: z.string().default(''),
  way: z.string().default(''),
  lang: lang.catch('vi').default('vi'),
  attempt: z.uuid().optional().catch(undefined),
  device: z.uuid().optional().catch(undefined),
  confirmed: z.string().default(''),
})
export type GiveForm = z.infer<typeof giftForm>
export type GiveJson = z.infer<typeof giftJson>

export interface Asked {
  gift: Omit<Gift, 'purposeVersion' | 'entity'>
  attempt: string | undefined
  device: string | undefined
  /** undefined where nobody chose: the first one that is open. */
  way: WayName | undefined
}

const isWay = (text: string): text is WayName => wayNames.some((name) => name === text)

function refuseIfAny(reasons: readonly (FieldReason | undefined)[]): void {
  const fields = reasons.filter((reason) => reason !== undefined)
  if (fields.length > 0) throw new Refusal('malformed', 'fields', { with: { count: fields.length }, fields })
}

/** A strict gift: whole đồng, a name only if it is to be shown; that of an organization is its legal name. Throws a Refusal at the fields. */
export function giftOfJson(
  { program, amountVnd, name, email, organization: typed, way, lang, attempt, device }: GiveJson,
  browser: 'vi' | 'en',
): Asked {
  const organization = typed && readOrganization(typed)
  if (typed && !organization) refuseIfAny([{ field: 'organization.legalName', code: 'legal-name-missing' }])
  const { donor, wrong } = readDonor({ name, email, organization }, 'organization.')
  refuseIfAny(wrong)
  return { gift: { program, amountVnd, lang: lang ?? browser, ...donor }, attempt, device, way }
}

/** A gift as a person typed it; the choice of button says whether the name is shown. Throws a Refusal with all that is wrong. */
export function giftOfForm(form: GiveForm): Asked {
  const { program, amount, show, name: typed, way, lang, attempt, device, confirmed } = form
  const read = readAmount(amount, confirmed)
  // Enter chose no button: where there is a name, nobody but the donor knows whether it is to be shown.
  const unsaid = show === 'enter' && typed.trim() !== '' ? { field: 'name', code: 'name-choose' as const } : undefined
  const organization = readOrganization(form)
  const legal = organization && 'organization' in organization ? organization.organization.legalName : ''
  const name = show === 'yes' ? typed || legal : undefined
  const { donor, wrong } = readDonor({ name, email: form.email.trim() || undefined, organization })
  const chosen = isWay(way) ? way : undefined
  const strange = way === '' || chosen ? undefined : { field: 'way', code: 'way-unknown' as const }
  refuseIfAny(['wrong' in read ? read.wrong : undefined, strange, ...wrong, unsaid])
  const gift = { program, amountVnd: 'amountVnd' in read ? read.amountVnd : 0, lang, ...donor }
  return { gift, attempt, device, way: chosen }
}

/** `confirmed` holds the đồng that the person was asked about before and agreed to by sending the same words again. */
export function readAmount(typed: string, confirmed: string): { amountVnd: Vnd } | { wrong: FieldReason } {
  const read = parseTyped(typed)
  if ('unreadable' in read) return { wrong: { field: 'amount', code: `amount-${read.unreadable}` } }
  if ('perhaps' in read && String(read.perhaps) !== confirmed)
    return { wrong: { field: 'amount', code: 'amount-thousands', with: { amount: { vnd: read.perhaps } } } }
  const amountVnd = 'read' in read ? read.read : read.perhaps
  if (amountVnd < giftLimits.minVnd)
    return { wrong: { field: 'amount', code: 'amount-too-small', with: { min: { vnd: giftLimits.minVnd } } } }
  if (amountVnd > giftLimits.maxVnd)
    return { wrong: { field: 'amount', code: 'amount-too-large', with: { max: { vnd: giftLimits.maxVnd } } } }
  return { amountVnd }
}
