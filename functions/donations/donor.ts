import { readAddress } from '../mail/address.ts'
import type { FieldReason } from '../refusal.ts'
import type { Gift } from './donation.ts'
import { readPublicName } from './name.ts'
import { maxLegalName, type readOrganization } from './organization.ts'

export type Donor = Pick<Gift, 'name' | 'email' | 'organization'>
type Given = ReturnType<typeof readOrganization>

interface Typed {
  /** The name to show; undefined if none is to be shown. */
  name: string | undefined
  email: string | undefined
  organization: Given
}

/** Who gives, as they say, and all that is wrong with it; `prefix` stands before the fields of the organization. */
export function readDonor({ name: typed, email: address, organization }: Typed, prefix = '') {
  const name = typed === undefined ? undefined : nameOf(typed, organization)
  const email = address === undefined ? undefined : readAddress(address)
  const donor: Donor = {}
  const wrong: FieldReason[] = []
  if (name && 'wrong' in name) wrong.push(name.wrong)
  else if (name) donor.name = name.name
  if (email && 'wrong' in email) wrong.push(email.wrong)
  else if (email) donor.email = email.address
  if (organization && 'wrong' in organization)
    wrong.push(...organization.wrong.map((each) => ({ ...each, field: prefix + each.field })))
  else if (organization) donor.organization = organization.organization
  return { donor, wrong }
}

/** The name that the book shows; of an organization its legal name and no other. */
function nameOf(typed: string, given: Given): ReturnType<typeof readPublicName> {
  const legalName = given && 'organization' in given ? given.organization.legalName : undefined
  if (legalName === undefined) return readPublicName(typed)
  const read = readPublicName(typed, maxLegalName)
  if ('wrong' in read || read.name === legalName) return read
  return { wrong: { field: 'name', code: 'name-organization' } }
}
