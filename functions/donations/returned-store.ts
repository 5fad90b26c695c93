import { key } from '../store/keys.ts'
import { type Write, write } from '../store/table.ts'
import type { Donation } from './donation.ts'
import { returnedCode } from './reason.ts'

/** Is it told to its donor as money that may have moved? */
export const isInDoubt = ({ heard, payments }: Donation): boolean => heard?.meaning === 'moved' && payments.length === 0

/** What may have moved is back with its payer. Fails once money came, and where nothing is in doubt. */
export const returnedWrite = (id: string, now: string): Write =>
  write.update(key.donation(id), {
    UpdateExpression: 'SET heard = :heard',
    ConditionExpression: 'heard.meaning = :moved AND size(payments) = :none',
    ExpressionAttributeValues: {
      ':heard': { meaning: 'failed', responseCode: returnedCode, transactionStatus: '', at: now },
      ...{ ':moved': 'moved', ':none': 0 },
    },
  })
