import * as z from 'zod'
import { readAddress } from '../mail/address.ts'
import { giftLimits, parseTyped, type Vnd } from '../money.ts'
import { type FieldReason, Refusal } from '../refusal.ts'
import type { Gift } from './donation.ts'
import { readName } from './name.ts'
import { maxLegalName, type Organization, organization, readOrganization } from './organization.ts'
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
  way: z.enum(wayNames).default('vnpay'),
  lang: lang.optional(),
  attempt: z.uuid().optional(),
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
  way: z.enum(wayNames).catch('vnpay').default('vnpay'),
  lang: lang.catch('vi').default('vi'),
  attempt: z.uuid().optional().catch(undefined),
  confirmed: z.string().default(''),
})
export type GiveForm = z.infer<typeof giftForm>
export type GiveJson = z.infer<typeof giftJson>

export interface Asked {
  gift: Omit<Gift, 'purposeVersion' | 'entity'>
  attempt: string | undefined
  way: WayName
}

function refuseIfAny(reasons: readonly (FieldReason | undefined)[]): void {
  const fields = reasons.filter((reason) => reason !== undefined)
  if (fields.length > 0) throw new Refusal('malformed', 'fields', { with: { count: fields.length }, fields })
}

/** A strict gift: whole đồng, a name only if it is to be shown; that of an organization is its legal name. Throws a Refusal at the fields. */
export function giftOfJson(
  { program, amountVnd, name, email, organization, way, lang, attempt }: GiveJson,
  browser: 'vi' | 'en',
): Asked {
  const given = organization && readOrganization(organization)
  if (organization && !given) refuseIfAny([{ field: 'organization.legalName', code: 'legal-name-missing' }])
  const donor = readDonor({ name, email, given }, 'organization.')
  return { gift: { program, amountVnd, lang: lang ?? browser, ...donor }, attempt, way }
}

/** A gift as a person typed it; the choice of button says whether the name is shown. Throws a Refusal with all that is wrong. */
export function giftOfForm(form: GiveForm): Asked {
  const { program, amount, show, name: typed, way, lang, attempt, confirmed } = form
  const read = readAmount(amount, confirmed)
  // Enter chose no button: where there is a name, nobody but the donor knows whether it is to be shown.
  const unsaid = show === 'enter' && typed.trim() !== '' ? { field: 'name', code: 'name-choose' as const } : undefined
  const given = readOrganization(form)
  const name =
    show !== 'yes' ? undefined : given && 'organization' in given ? typed || given.organization.legalName : typed
  const email = form.email.trim() === '' ? undefined : form.email
  const donor = readDonor({ name, email, given }, '', ['wrong' in read ? read.wrong : undefined, unsaid])
  return { gift: { program, amountVnd: 'amountVnd' in read ? read.amountVnd : 0, lang, ...donor }, attempt, way }
}

interface Donor {
  name?: string
  email?: string
  organization?: Organization
}

/** Who gives, as they say; `others` are reasons found before. */
function readDonor(
  typed: { name: string | undefined; email: string | undefined; given: ReturnType<typeof readOrganization> },
  prefix: string,
  others: readonly (FieldReason | undefined)[] = [],
): Donor {
  const { given } = typed
  const name = typed.name === undefined ? undefined : nameOf(typed.name, given)
  const email = typed.email === undefined ? undefined : readAddress(typed.email)
  const wrongs = given && 'wrong' in given ? given.wrong.map((each) => ({ ...each, field: prefix + each.field })) : []
  refuseIfAny([
    ...others,
    ...(name && 'wrong' in name ? [name.wrong] : []),
    ...(email && 'wrong' in email ? [email.wrong] : []),
    ...wrongs,
  ])
  return {
    ...(name && 'name' in name ? { name: name.name } : {}),
    ...(email && 'address' in email ? { email: email.address } : {}),
    ...(given && 'organization' in given ? { organization: given.organization } : {}),
  }
}

/** The name that the book shows; of an organization its legal name and no other. */
function nameOf(typed: string, given: ReturnType<typeof readOrganization>): ReturnType<typeof readName> {
  const legalName = given && 'organization' in given ? given.organization.legalName : undefined
  if (legalName === undefined) return readName(typed)
  const read = readName(typed, maxLegalName)
  if ('wrong' in read || read.name === legalName) return read
  return { wrong: { field: 'name', code: 'name-organization' } }
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
