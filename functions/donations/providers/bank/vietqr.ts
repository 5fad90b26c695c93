/** A transfer order as a bank's app reads it from a QR code (EMVCo, NAPAS "QR Switching" part IV v1.5.2). */
export interface TransferOrder {
  /** Six digits that NAPAS gave to the bank. */
  bin: string
  account: string
  /** Absent in a static code. */
  amountVnd?: number
  /** Bill number, at most 25 characters. */
  bill?: string
  /** What the payer's bank writes on the transfer, at most 25 characters. */
  memo?: string
}

const napas = 'A000000727'
const toAccount = 'QRIBFTTA'
/** NAPAS 247 carries less than this in one transfer. */
const tooMuchVnd = 500_000_000

/** CRC-16/CCITT-FALSE over the UTF-8 bytes: four hex digits, upper case. */
export function crc16(text: string): string {
  let crc = 0xffff
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}

/** Lengths are counted in characters, not bytes: EMVCo's own sample does so. */
function field(tag: string, value: string): string {
  const length = [...value].length
  if (length < 1 || length > 99) throw new RangeError(`vietqr: field ${tag} has ${length} characters`)
  return `${tag}${String(length).padStart(2, '0')}${value}`
}

function refuseUnless(holds: boolean, what: string): void {
  if (!holds) throw new RangeError(`vietqr: ${what}`)
}

/** The text of the QR code. Throws a RangeError for what a bank would not read. */
export function writeVietQr({ bin, account, amountVnd, bill, memo }: TransferOrder): string {
  refuseUnless(/^\d{6}$/.test(bin), 'the BIN has six digits')
  refuseUnless(/^[A-Za-z0-9]{1,19}$/.test(account), 'the account has 1 to 19 letters and digits')
  refuseUnless(
    amountVnd === undefined || (Number.isInteger(amountVnd) && amountVnd > 0 && amountVnd < tooMuchVnd),
    'the amount is whole đồng below 500,000,000',
  )
  for (const text of [bill, memo])
    refuseUnless(text === undefined || /^[ -~]{1,25}$/.test(text), 'a memo has 1 to 25 characters of ASCII')
  const receiver = field('00', bin) + field('01', account)
  const more = (bill === undefined ? '' : field('01', bill)) + (memo === undefined ? '' : field('08', memo))
  const body = [
    field('00', '01'),
    field('01', amountVnd === undefined ? '11' : '12'),
    field('38', field('00', napas) + field('01', receiver) + field('02', toAccount)),
    field('53', '704'),
    amountVnd === undefined ? '' : field('54', String(amountVnd)),
    field('58', 'VN'),
    more && field('62', more),
    '6304',
  ].join('')
  return body + crc16(body)
}

/** Tag to value; undefined if the lengths do not add up or a tag stands twice. */
function fieldsOf(text: string): Map<string, string> | undefined {
  const letters = [...text]
  const fields = new Map<string, string>()
  for (let at = 0; at < letters.length; ) {
    const [tag, length] = [letters.slice(at, at + 2).join(''), letters.slice(at + 2, at + 4).join('')]
    const value = letters.slice(at + 4, at + 4 + Number(length))
    if (!/^\d\d$/.test(tag) || !/^\d\d$/.test(length) || value.length !== Number(length) || fields.has(tag))
      return undefined
    fields.set(tag, value.join(''))
    at += 4 + value.length
  }
  return fields
}

/** Reads what any bank wrote: a CRC in lower case, fields that we do not write. undefined if it is none or one character differs. */
export function readVietQr(text: string): TransferOrder | undefined {
  const found = /^(.*6304)([0-9A-Fa-f]{4})$/su.exec(text)
  if (!found || crc16(found[1]!) !== found[2]!.toUpperCase()) return undefined
  const fields = fieldsOf(text)
  const merchant = fieldsOf(fields?.get('38') ?? '')
  const receiver = fieldsOf(merchant?.get('01') ?? '')
  const [bin, account] = [receiver?.get('00'), receiver?.get('01')]
  if (fields?.get('00') !== '01' || merchant?.get('00') !== napas || !bin || !account) return undefined
  const amount = fields.get('54')
  if (amount !== undefined && !/^[1-9]\d{0,11}(\.0{0,2})?$/.test(amount)) return undefined
  const more = fieldsOf(fields.get('62') ?? '')
  const [bill, memo] = [more?.get('01'), more?.get('08')]
  return {
    bin,
    account,
    ...(amount === undefined ? {} : { amountVnd: Math.trunc(Number(amount)) }),
    ...(bill === undefined ? {} : { bill }),
    ...(memo === undefined ? {} : { memo }),
  }
}
