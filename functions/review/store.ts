import { Refusal } from '../refusal.ts'
import { key } from '../store/keys.ts'
import { putOnce } from '../store/once.ts'
import { ConditionFailed, query, transact, type Write, write } from '../store/table.ts'
import { monthsOf, type Review, review, reviewId, type Said } from './review.ts'

export interface Found extends Review {
  id: string
  key: { pk: string; sk: string }
}

/** What is kept of a review when it is put. Never public. */
export interface Put extends Omit<Review, 'v' | 'booking' | 'resolved'> {
  /** Where it was found: an entry of the book, a line of a file. */
  entryId?: string | undefined
  sha256?: string | undefined
  line?: number | undefined
}

/** Adds what a person must look at, by the month of `since`; the same one again changes nothing. */
export const keepReview = (since: string, id: string, of: Put): Promise<boolean> =>
  putOnce({ ...key.review(since.slice(0, 7), since, id), v: 1, ...of })

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

/** Refuses an id that stands for nothing. */
export async function reviewBy(id: string, now: string): Promise<Found> {
  const of = (await reviews(now)).find((each) => each.id === id.toUpperCase())
  if (!of) throw new Refusal('unknown', 'review-unknown', { with: { id } })
  return of
}

/** Refuses what somebody has recorded, or began to: that is another decision. */
export function unbooked(of: Found): Found {
  if (of.booking)
    throw new Refusal('conflict', of.resolved ? 'review-booked' : 'review-booking', { with: { id: of.id } })
  return of
}

/** Adds what a person said, once, while `without` is not said. `false`: somebody was faster. */
async function keepSaid(
  of: Pick<Found, 'key'>,
  name: 'resolved' | 'booking',
  without: readonly string[],
  said: Said,
  more: readonly Write[] = [],
) {
  try {
    await transact([
      write.update(of.key, {
        UpdateExpression: `SET ${name} = :said`,
        ConditionExpression: ['attribute_exists(pk)', ...without.map((each) => `attribute_not_exists(${each})`)].join(
          ' AND ',
        ),
        ExpressionAttributeValues: { ':said': said },
      }),
      ...more,
    ])
    return true
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error
    return false
  }
}

/** Marks it as looked at, unless it is being recorded. `more`: what is written with it or not at all. */
export const keepResolved = (of: Found, said: Said, more: readonly Write[] = []): Promise<boolean> =>
  keepSaid(of, 'resolved', ['resolved', 'booking'], said, more)

/** From here on what it holds is money of its own, whatever was said before. */
export const keepBooking = (of: Found, said: Said): Promise<boolean> => keepSaid(of, 'booking', ['booking'], said)

/** Ends what nobody needs to look at any more; that it is not there, or was ended before, is no error. */
export async function endReview(since: string, id: string, said: Said): Promise<void> {
  await keepSaid({ key: key.review(since.slice(0, 7), since, id) }, 'resolved', ['resolved', 'booking'], said)
}

/** Who ends what a newer statement explains; no person is called so. */
export const statementKeeper = 'đối soát'

/** Has what the statement had ended stand again, for it differs again. What a person ended stays ended. */
export async function standAgain(since: string, id: string): Promise<void> {
  try {
    await transact([
      write.update(key.review(since.slice(0, 7), since, id), {
        UpdateExpression: 'REMOVE resolved',
        ConditionExpression: 'resolved.#by = :keeper',
        ExpressionAttributeNames: { '#by': 'by' },
        ExpressionAttributeValues: { ':keeper': statementKeeper },
      }),
    ])
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error
  }
}

/** What it held is recorded. */
export const keepBooked = (of: Found, said: Said): Promise<boolean> => keepSaid(of, 'resolved', ['resolved'], said)
