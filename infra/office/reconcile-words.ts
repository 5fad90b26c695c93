import { type Lang, speaker } from '../../functions/words/words.ts'

export type { Lang }

const vi = {
  which: 'Tệp của ai? --provider {all}',
  'no-rows': 'Tệp không có dòng nào. Thêm --from và ngày mà tệp nói tới',
  'days-odd': 'Ngày không đúng: {from} đến {to}. Ghi dạng 2026-11-24',
  read: 'Đã đọc {rows} dòng của {provider}, bỏ qua {failed} dòng trả không được.',
  days: 'Tệp nói trọn các ngày {from} đến {to}: khoản của ta mà tệp không có sẽ bị nêu là thiếu. Sai thì ghi --from, --to.',
  'net-agrees': 'Tiền về ngân hàng {stated}, đúng bằng tổng các dòng trừ phí và tiền hoàn.',
  'net-differs': 'Tiền về ngân hàng {stated}, nhưng các dòng trừ phí và tiền hoàn là {sum}. Chỗ lệch này sẽ được nêu.',
  matched: '  khớp: {count} khoản, {sum}',
  'amount-differs': '  lệch số tiền, chờ người xem: {count} khoản, tệp ghi {sum}',
  recovered: '  sổ thiếu, sẽ ghi bù cho đúng người góp: {count} khoản, {sum}',
  unallocated: '  không có mã, sẽ ghi vào tiền chưa rõ chương trình: {count} khoản, {sum}',
  unknown: '  không phải đơn của ta, sẽ ghi vào tiền chưa rõ chương trình và chờ người xem: {count} khoản, {sum}',
  'maybe-same': '  có thể đã ghi dưới mã khác, không ghi, chờ người xem: {count} khoản, {sum}',
  refund: '  hoàn: {count} khoản, {sum}',
  outgoing: '  tiền ra khỏi tài khoản: {count} khoản, {sum}',
  fees: '  phí: {sum}, mỗi khoản một dòng trong sổ',
  sure: 'Ghi vào sổ? (có/không) ',
  nothing: 'Chưa ghi gì.',
  half: 'Mới ghi được một phần tệp. Chạy lại đúng lệnh này, không có gì bị ghi hai lần.',
  statement: 'Bản đối soát ngày {day}, bản {version}: {differences} chỗ lệch.',
  unchanged: 'Không có bản đối soát nào thay đổi.',
  'no-statement': 'Ngày {day} chưa có bản đối soát.',
  'sum-in': '  vào: {count} khoản, {sum}; chưa rõ chương trình {unallocated}',
  'sum-out': '  phí {fees}; hoàn {refunded}; đã chi {paidOut}; ra khỏi tài khoản {out}',
  'provider-file': '  {provider}: sổ {sum}, tệp {theirs}, {differences} chỗ lệch',
  'provider-no-file': '  {provider}: sổ {sum}, chưa có tệp',
  difference: '    {reason}: sổ {ours}, tệp {theirs} {where}',
} as const

const en: Record<keyof typeof vi, string> = {
  which: 'Whose file? --provider {all}',
  'no-rows': 'The file has no rows. Add --from with the day that it tells of',
  'days-odd': 'These are no days: {from} to {to}. Write them like 2026-11-24',
  read: 'Read {rows} rows of {provider}; left out {failed} payments that came to nothing.',
  days: 'The file tells the whole of {from} to {to}: what it does not name there is named as missing. Else say --from, --to.',
  'net-agrees': 'Paid out to the bank: {stated}, exactly the rows less fees and refunds.',
  'net-differs':
    'Paid out to the bank: {stated}, but the rows less fees and refunds are {sum}. The difference will be named.',
  matched: '  matched: {count}, {sum}',
  'amount-differs': '  with another amount, for a person to look at: {count}, the file says {sum}',
  recovered: '  missing here, to be recorded for their donors: {count}, {sum}',
  unallocated: '  without a code, to be recorded as money without a program: {count}, {sum}',
  unknown: '  not of our orders, to be recorded as money without a program, for a person to look at: {count}, {sum}',
  'maybe-same': '  maybe recorded already under another id, not recorded, for a person to look at: {count}, {sum}',
  refund: '  refunds: {count}, {sum}',
  outgoing: '  left the account: {count}, {sum}',
  fees: '  fees: {sum}, each a line of the book',
  sure: 'Record this? (yes/no) ',
  nothing: 'Nothing was recorded.',
  half: 'Only a part of the file was taken. Run the same command again; nothing is recorded twice.',
  statement: 'Statement of {day}, version {version}: {differences} differences.',
  unchanged: 'No statement changed.',
  'no-statement': 'There is no statement of {day} yet.',
  'sum-in': '  in: {count}, {sum}; without a program {unallocated}',
  'sum-out': '  fees {fees}; refunded {refunded}; paid out {paidOut}; left the account {out}',
  'provider-file': '  {provider}: book {sum}, file {theirs}, {differences} differences',
  'provider-no-file': '  {provider}: book {sum}, no file yet',
  difference: '    {reason}: book {ours}, file {theirs} {where}',
}

export const words = { vi, en }
export const say = speaker<keyof typeof vi>(words)
