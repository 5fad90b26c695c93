import { key } from '../store/keys.ts'
import { absent, ConditionFailed, put, query, transact, write } from '../store/table.ts'
import { monthsOf, type Review, review, reviewId } from './review.ts'

export interface Found extends Review {
  id: string
  key: { pk: string; sk: string }
}

/** Adds what a person must look at, by the month of `since`; the same one again changes nothing. */
export async function keepReview(since: string, id: string, of: Omit<Review, 'v'>): Promise<void> {
  await put({ ...key.review(since.slice(0, 7), since, id), v: 1, ...of }, absent).catch((error: unknown) => {
    if (!(error instanceof ConditionFailed)) throw error
  })
}

/** All that stand for review since five years, oldest first; resolved ones too. */
export async function reviews(now: string): Promise<Found[]> {
  const each = await Promise.all(monthsOf(now).map((month) => query(key.review(month, '', '').pk)))
  return each
    .flat()
    .map((item) => {
      const at = { pk: String(item.pk), sk: String(item.sk) }
      return { ...review.parse(item), key: at, id: reviewId(at) }
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}

/** Marks it as looked at. `false`: somebody else did before. */
export async function keepResolved(of: Found, resolved: NonNullable<Review['resolved']>): Promise<boolean> {
  try {
    await transact([
      write.update(of.key, {
        UpdateExpression: 'SET resolved = :resolved',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(resolved)',
        ExpressionAttributeValues: { ':resolved': resolved },
      }),
    ])
    return true
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error
    return false
  }
}
