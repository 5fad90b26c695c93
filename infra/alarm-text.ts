/** What an alarm tells a person. */
export interface AlarmText {
  /** Who is hurt, in a sentence. */
  impact: string
  /** The command to run first; empty if a text read back names none. */
  first: string
}

const between = '. First: '

export const alarmText = ({ impact, first }: AlarmText): string => `${impact}${between}${first}`

export function readAlarmText(text: string): AlarmText {
  const [impact = '', first = ''] = text.split(between)
  return { impact, first }
}
