import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { key } from '../../../functions/store/keys.ts'
import type { At } from '../at.ts'
import { asking, type Place } from './asking.ts'

/** The provider in whose language the proof lies; one is enough, for each verifies before anything else. */
export const spoken = 'vnpay'

const forged = (reference: string) =>
  new URLSearchParams({
    vnp_Amount: '5000000',
    vnp_ResponseCode: '00',
    vnp_TransactionNo: '1',
    vnp_TransactionStatus: '00',
    vnp_TxnRef: reference,
    vnp_SecureHash: '0'.repeat(128),
  })

/** All that a notification could have written about a reference: the payment, its review of this month. */
async function traces({ aws }: Pick<At, 'aws'>, TableName: string, reference: string, month: string): Promise<string> {
  const named = [key.reference(spoken, reference), key.payment(spoken, '1')]
  const items = await Promise.all(
    named.map(async (Key) => (await aws.table.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item),
  )
  const { Items = [] } = await aws.table.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk',
      FilterExpression: 'contains(#reference, :reference)',
      ExpressionAttributeNames: { '#reference': 'reference' },
      ExpressionAttributeValues: { ':pk': key.review(month, '', '').pk, ':reference': reference },
    }),
  )
  return JSON.stringify([...items, ...Items])
}

/** A notification that VNPAY did not sign is answered 97 and leaves nothing. `open`: the stage has an account at VNPAY. */
export async function forgedNotification(
  at: Pick<At, 'aws' | 'fetch' | 'pause'>,
  { publicUrl }: Place,
  table: string,
  { open, now }: { open: boolean; now: Date },
) {
  const reference = `LCPROBE${now.getTime()}`
  const month = now.toISOString().slice(0, 7)
  const before = await traces(at, table, reference, month)
  // Without an account nothing can be verified, so nothing is believed either.
  const code = open ? '97' : '99'
  await asking(at, `${publicUrl}/api/payments/${spoken}/ipn?${forged(reference)}`, ({ status }, text) => {
    if (status !== 200) return `answers ${status}`
    const said = JSON.parse(text).RspCode
    return said === code ? undefined : `answers ${said}, and should ${code}`
  })
  if ((await traces(at, table, reference, month)) !== before) throw new Error('a forged notification left a trace')
  return { seen: `${code}, nothing written` }
}
