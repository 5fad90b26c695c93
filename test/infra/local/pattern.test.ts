import { describe, expect, it } from 'vitest'
import { fits } from '../../../infra/local/pattern.ts'

describe('a filter', () => {
  const record = { eventName: 'INSERT', dynamodb: { Keys: { pk: { S: 'outbox#3' } } } }
  it.each([
    [{ eventName: ['INSERT', 'MODIFY'] }, true],
    [{ eventName: ['REMOVE'] }, false],
    [{ dynamodb: { Keys: { pk: { S: [{ prefix: 'outbox#' }] } } } }, true],
    [{ dynamodb: { Keys: { pk: { S: [{ prefix: 'out-' }] } } } }, false],
    [{ dynamodb: { Keys: { pk: { S: [{ suffix: '#3' }] }, sk: { S: [{ exists: false }] } } } }, true],
    [{ eventName: [{ 'anything-but': ['REMOVE'] }] }, true],
    [{ eventName: [{ 'anything-but': ['INSERT'] }] }, false],
  ])('%j fits: %s', (pattern, fitting) => {
    expect(fits(pattern, record)).toBe(fitting)
  })
  it('that the runner does not understand stops it', () => {
    expect(() => fits({ eventName: [{ wildcard: 'I*' }] }, record)).toThrow('uses "wildcard"')
  })
})
