import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { mockClient } from 'aws-sdk-client-mock'

export interface Left {
  text: string
  /** When it was left. */
  at: string
}

/** Has the stage's bucket for statements hold these, by name; answers what was asked for. */
export function delivering(files: Readonly<Record<string, Left>>, gone: readonly string[] = []): { read: string[] } {
  const read: string[] = []
  const bytesOf = (name: string) => new TextEncoder().encode(files[name]!.text)
  process.env.STATEMENTS_BUCKET = 'statements'
  mockClient(S3Client)
    .on(ListObjectsV2Command, { Bucket: 'statements' })
    .callsFake(({ ContinuationToken: after }: { ContinuationToken?: string }) => {
      const names = Object.keys(files).sort()
      const [name, next] = names.slice(after === undefined ? 0 : names.indexOf(after), names.length)
      // A page holds one, so that every test turns pages.
      if (name === undefined) return {}
      const { text, at } = files[name]!
      const one = { Key: name, LastModified: new Date(at), Size: bytesOf(name).length, ETag: `"${text.length}"` }
      return { Contents: [one], ...(next === undefined ? {} : { IsTruncated: true, NextContinuationToken: next }) }
    })
    .on(GetObjectCommand)
    .callsFake(({ Key: name }: { Key: string }) => {
      if (gone.includes(name)) throw new Error('it is gone')
      read.push(name)
      return { Body: { transformToByteArray: async () => bytesOf(name) } }
    })
  return { read }
}

/** VNPAY's settlement of payments: id, our reference, đồng, fee. */
export const vnpayFile = (
  day: string,
  rows: readonly [id: string, reference: string, vnd: number, fee: number][],
): string =>
  [
    'Thời gian thanh toán,Mã giao dịch VNPAY,Mã đơn hàng,Số tiền,Phí,Trạng thái',
    ...rows.map(([id, reference, vnd, fee]) => `${day} 12:00:00,${id},${reference},${vnd},${fee},Thành công`),
  ].join('\n')

/** A bank's statement of one account, which stands in the file's own name only. */
export const bankFile = (
  day: string,
  rows: readonly [reference: string, credit: number, debit: number, text: string][],
) =>
  [
    'Ngày giao dịch;Số tham chiếu;Ghi có;Ghi nợ;Nội dung',
    ...rows.map(
      ([reference, credit, debit, text]) => `${day} 12:00:00;${reference};${credit || ''};${debit || ''};${text}`,
    ),
  ].join('\n')
