import type { FieldReason } from '../refusal.ts'

export const maxNameLength = 80
/**
 * What nobody sees or what draws over other lines: control and format characters (those that turn the direction of text
 * among them), fillers, and letters under a pile of marks. Joiners inside an emoji stay.
 */
const hidden = /[\p{Cc}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|\u034f|[\u17b4\u17b5]|(?![\u200c\u200d])\p{Cf}|\p{M}{4,}/u
const joiner = /(?<!\p{Extended_Pictographic}\ufe0f?|\p{Emoji_Modifier})[\u200c\u200d]/u
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

/** A name as people will read it in the book: NFC, single spaces. Emoji and `<` are fine; pages escape them. */
export function readName(typed: string, max: number = maxNameLength): { name: string } | { wrong: FieldReason } {
  const name = typed
    .normalize('NFC')
    .replace(/[ \u00a0]+/g, ' ')
    .trim()
  if (name === '') return { wrong: { field: 'name', code: 'name-missing' } }
  if (hidden.test(name) || joiner.test(name) || !visible.test(name))
    return { wrong: { field: 'name', code: 'name-marks' } }
  if ([...name].length > max) return { wrong: { field: 'name', code: 'name-too-long', with: { max } } }
  return { name }
}
