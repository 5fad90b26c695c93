import type { Assembly } from './assembly.ts'
import { openBus } from './events.ts'
import { permissions } from './iam.ts'
import type { Parts } from './parts.ts'
import type { LetterEvent } from './standins/letters.ts'
import { startSes } from './standins/ses.ts'

/** Whom letters come from on this machine; `.invalid` can be nobody's. */
export const letterhead = 'bien-nhan@thanh-pho.invalid'

/** SES and the event bus. Functions must know where SES is before they can be told of anything: `lead` ties the knot. */
export async function startPost({ assembly, parts, now }: { assembly: Assembly; parts: Parts; now: () => number }) {
  let bring = async (_: LetterEvent): Promise<void> => {}
  const { may } = permissions(assembly)
  const ses = await startSes({ now, sets: parts.letters, may, tell: (event) => bring(event), ...assembly })
  return {
    ses,
    lead(invoke: Parameters<typeof openBus>[1]): void {
      bring = openBus(parts.rules, invoke)
    },
    close: () => ses.close(),
  }
}
