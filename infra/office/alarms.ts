import { type CloudWatchClient, paginateDescribeAlarms } from '@aws-sdk/client-cloudwatch'
import type { Lang } from '../../functions/words/words.ts'
import { type AlarmText, readAlarmText } from '../alarm-text.ts'
import { stacksOf } from '../deploy/at.ts'
import type { Stage } from '../stages.ts'
import { failureOf } from './failure.ts'
import { say } from './words/words.ts'

export interface Ringing extends AlarmText {
  /** ISO 8601. */
  since: string
}

/** The stage's alarms that ring now, the oldest first; or the sentence that says why nobody can tell. */
export async function ringing(
  client: CloudWatchClient,
  stage: Stage,
  lang: Lang,
  seconds = 5,
): Promise<readonly Ringing[] | string> {
  // CloudFormation names an alarm after its stack.
  const asked = { AlarmNamePrefix: `${stacksOf(stage).service}-`, StateValue: 'ALARM' } as const
  const found: Ringing[] = []
  try {
    const abortSignal = AbortSignal.timeout(seconds * 1_000)
    for await (const { MetricAlarms = [] } of paginateDescribeAlarms({ client }, asked, { abortSignal }))
      for (const { AlarmName = '', AlarmDescription = AlarmName, ...at } of MetricAlarms) {
        const since = at.StateTransitionedTimestamp ?? at.StateUpdatedTimestamp ?? new Date()
        found.push({ ...readAlarmText(AlarmDescription), since: since.toISOString() })
      }
  } catch (error) {
    const failure = failureOf(error)
    if (failure === 'denied') return say(lang, 'alarms.denied')
    if (failure === 'offline') return say(lang, 'alarms.late')
    return say(lang, 'alarms.unread', { reason: error instanceof Error ? error.name : String(error) })
  }
  return found.sort((a, b) => (a.since < b.since ? -1 : 1))
}
