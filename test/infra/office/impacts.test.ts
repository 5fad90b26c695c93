import { expect, it } from 'vitest'
import { readAlarmText } from '../../../infra/alarm-text.ts'
import { impactIn, impacts } from '../../../infra/office/words/impacts.ts'
import { ofType, templates } from '../assembly.ts'

/** A text of a template; where it names something of another stack, only its words. */
const textOf = (of: unknown): string =>
  typeof of === 'string' ? of : (of as { 'Fn::Join': [string, unknown[]] })['Fn::Join'][1].map(String).join('')

it('every alarm of the city can be told in Vietnamese, and nothing is worded that no alarm says', () => {
  const said = ofType(templates('prod').service, 'AWS::CloudWatch::Alarm').map(
    ([, { Properties }]) => readAlarmText(textOf(Properties.AlarmDescription)).impact,
  )
  expect(said.length).toBeGreaterThan(60)
  expect(said.filter((impact) => impactIn('vi', impact) === impact)).toEqual([])
  const plain = said.map((impact) => impact.replace(/: the stream is .*/, ''))
  expect(Object.keys(impacts).filter((impact) => !plain.includes(impact))).toEqual([])
  expect(impactIn('en', said[0]!)).toBe(said[0])
  expect(impactIn('vi', 'something new')).toBe('something new')
})
