import * as z from 'zod'
import { key } from '../store/keys.ts'
import { getMany, remove } from '../store/table.ts'
import type { Donation, Person } from './donation.ts'
import { organization } from './organization.ts'

const nameItem = z.object({ name: z.string() })
const donorItem = z.object({ nonce: z.string(), organization: organization.optional() })

/** The name that is shown, the nonce of the receipt and the organization that gave; undefined where there is none or it is erased. */
export async function personOf(of: Donation): Promise<Person> {
  const [name, item] = await getMany([key.name(of.nameId ?? 'none'), key.donor(of.id)])
  const donor = item && donorItem.parse(item)
  return { name: name && nameItem.parse(name).name, nonce: donor?.nonce, organization: donor?.organization }
}

/** Takes the shown name out of the book for ever; that it is already gone is no error. */
export const hideName = async ({ nameId }: Donation): Promise<void> => {
  if (nameId) await remove(key.name(nameId))
}
