import * as z from 'zod'
import { Refusal } from '../refusal.ts'

/** Stands inside a sentence, so a full stop of its own is taken off. */
const text = z
  .string()
  .transform((said) => said.normalize('NFC').trim().replace(/\.$/, ''))
  .pipe(z.string().min(3).max(300))
/** Why giving is closed, as people read it; English where somebody wrote it. */
export const reason = z.object({ vi: text, en: text.optional() })
export type Reason = z.infer<typeof reason>

/** Whether the city takes gifts at all. A city that never turned it does. */
export const givingSwitch = z.discriminatedUnion('open', [
  z.object({ v: z.literal(1), open: z.literal(true), since: z.iso.datetime().optional() }),
  z.object({ v: z.literal(1), open: z.literal(false), since: z.iso.datetime(), reason }),
])
export type GivingSwitch = z.infer<typeof givingSwitch>

export const untouched: GivingSwitch = { v: 1, open: true }

/** Throws if giving is closed. Money that is on its way is not asked: it is always recorded. */
export function refuseIfClosed(state: GivingSwitch): void {
  if (state.open) return
  const { vi, en = vi } = state.reason
  throw new Refusal('closed', 'giving-closed', { with: { reason: { vi, en } } })
}

/** The switch turned to `open` at `now`; the same one if that changes nothing. */
export function turned(from: GivingSwitch, to: { open: boolean; reason?: Reason | undefined }, now: string) {
  if (to.open) return from.open ? from : ({ v: 1, open: true, since: now } satisfies GivingSwitch)
  if (!to.reason) throw new Refusal('malformed', 'fields', reasonMissing)
  const { vi, en } = to.reason
  if (!from.open && from.reason.vi === vi && from.reason.en === en) return from
  return { v: 1, open: false, since: now, reason: to.reason } satisfies GivingSwitch
}

const reasonMissing = { with: { count: 1 }, fields: [{ field: 'reason', code: 'field-missing' }] } as const
