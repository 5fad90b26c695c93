import type { FieldReason } from '../refusal.ts'

export const maxNameLength = 80
/**
 * What nobody sees or what draws over other lines: control and format characters (those that turn the direction of text
 * among them), fillers, and letters under a pile of marks. Joiners inside an emoji stay.
 */
const hidden = /[\p{Cc}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|\u034f|[\u17b4\u17b5]|(?![\u200c\u200d])\p{Cf}|\p{M}{4,}/u
const joiner = /(?<!\p{Extended_Pictographic}\ufe0f?|\p{Emoji_Modifier})[\u200c\u200d]/u
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u
const mail = /[\p{L}\p{N}][.+-]?@[\p{L}\p{N}]/u
/** Endings that follow a name on the web; of those that are syllables of names too, only before a slash. */
const endings =
  'vn|com|net|org|info|edu|gov|io|xyz|top|shop|club|online|site|app|dev|asia|biz|link|store|live|vip|win|icu'
const web = new RegExp(
  `://|(?<![\\p{L}\\p{N}])www\\.|[\\p{L}\\p{N}]\\.(?:(?:${endings})(?![\\p{L}\\p{N}])|(?:me|ly|gg|gl|cc|co|tv)/)`,
  'iu',
)
const year = '(?:19|20)\\d\\d'
const between = '[\\s.()\u2010-\u2015-]'
/** Years of a class and dates: figures that call nobody, unless what a phone number begins with stands before them. */
const calendar = new RegExp(
  `(?<!\\d|(?<!\\d)[0+]\\d{1,3}${between}+)(?:${year}[\\s.\u2010-\u2015/-]{1,3}${year}|[0-3]?\\d[./-][01]?\\d[./-]${year})(?!\\d)`,
  'gu',
)
const phone = new RegExp(`\\p{Nd}(?:${between}*\\p{Nd}){6}`, 'u')

/** Does it lead to a site, a mailbox or a phone, however wide its letters are typed? */
function leadsAway(name: string): boolean {
  const plain = name.normalize('NFKC').replaceAll('\u3002', '.')
  return mail.test(plain) || web.test(plain) || phone.test(plain.replace(calendar, '/'))
}

/** A name that everyone may read: nobody advertises or is hunted by it. */
export function readPublicName(typed: string, max?: number): ReturnType<typeof readName> {
  const read = readName(typed, max)
  return 'name' in read && leadsAway(read.name) ? { wrong: { field: 'name', code: 'name-contact' } } : read
}

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
