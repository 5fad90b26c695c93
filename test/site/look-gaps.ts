import type { Gaps } from '../../functions/door/frame.ts'
import { type Lang, langs } from '../../functions/words/words.ts'
import type { FrameName } from '../../site/src/frames.ts'
import { filled } from './frames.ts'

/** A row for each state; a state that says little in its language stands in one of them only. */
const rows = (frame: FrameName, only: Readonly<Record<Lang, readonly number[]>>): Gaps =>
  Object.fromEntries(
    langs.map((lang) => [
      lang,
      filled(frame, lang).flatMap(([look, gaps], place) =>
        only[lang].includes(place) ? [{ ...gaps, look, ending: `-${lang}-${place}` }] : [],
      ),
    ]),
  )

/** What fills the look pages of components with gaps: the states of their frames, in each language. */
export const lookGaps: Record<string, Gaps> = {
  give: rows('give', { vi: [0, 3, 4], en: [1, 2, 5, 6] }),
  find: rows('find', { vi: [0, 1], en: [2, 3] }),
  return: rows('return', { vi: [0, 1, 3, 6, 8], en: [2, 4, 5, 6, 7, 9] }),
  receipt: rows('receipt', { vi: [0, 2, 3, 4, 6], en: [1, 2, 5, 6] }),
  confirmation: rows('confirmation', { vi: [0], en: [1] }),
  transfer: rows('transfer', { vi: [0], en: [1] }),
  stopped: rows('problem', { vi: [0, 1], en: [0, 1] }),
}
