import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeHtml, fill } from '../../../functions/door/frame.ts'

describe('a frame', () => {
  it('is filled with escaped values', () => {
    expect(fill('<p title="{{a}}">{{a}}</p>', { a: `<script>"&'` })).toBe(
      '<p title="&lt;script&gt;&quot;&amp;&#39;">&lt;script&gt;&quot;&amp;&#39;</p>',
    )
  })
  it('shows parts where there is something, rows row by row', () => {
    const frame =
      '{{#rows}}<i>{{name}}{{unit}}{{#last}}.{{/last}}</i>{{/rows}}{{^rows}}none{{/rows}}{{#on}}on{{/on}}{{^on}}off{{/on}}'
    expect(
      fill(frame, {
        rows: [
          { name: 'a', last: false },
          { name: 'b', last: true },
        ],
        unit: '₫',
        on: true,
      }),
    ).toBe('<i>a₫</i><i>b₫.</i>on')
    expect(fill(frame, { rows: [], unit: '₫', on: '' })).toBe('noneoff')
  })
  it.each(['{{missing}}', '{{#a}}', '{{/a}}', '{{#a}}{{#b}}{{/a}}{{/b}}'])('%s is a defect', (frame) =>
    expect(() => fill(frame, { a: true, b: true })).toThrow(/frame/),
  )
  it('does not read a value as a frame', () => expect(fill('{{a}}', { a: '{{b}}', b: 'no' })).toBe('{{b}}'))
  it('lets no value out of its place', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const shown = fill('<a href="{{v}}">{{v}}</a>', { v: value })
        expect(shown).toBe(`<a href="${escapeHtml(value)}">${escapeHtml(value)}</a>`)
        expect(escapeHtml(value)).not.toMatch(/[<>"']/)
      }),
    )
  })
  it('knows only its own gaps, not those of Object', () =>
    expect(() => fill('{{constructor}}', {})).toThrow(/nothing fills/))
})
