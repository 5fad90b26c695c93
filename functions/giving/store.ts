import { key } from '../store/keys.ts'
import { get, put } from '../store/table.ts'
import { type GivingSwitch, givingSwitch, untouched } from './switch.ts'

export async function givingNow(): Promise<GivingSwitch> {
  const kept = await get(key.switch('giving'))
  return kept ? givingSwitch.parse(kept) : untouched
}

/** The last one to turn it is right: nothing is added up here, so no condition. */
export const keepGiving = (state: GivingSwitch): Promise<void> => put({ ...state, ...key.switch('giving') })
