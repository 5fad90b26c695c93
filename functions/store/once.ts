import { absent, ConditionFailed, type Item, put } from './table.ts'

/** Puts what is added once and never edited. `false`: it was there before, and stays as it was. */
export async function putOnce(item: Item): Promise<boolean> {
  try {
    await put(item, absent)
    return true
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error
    return false
  }
}
