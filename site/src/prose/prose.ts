import type { Both } from '../words/words.ts'

/** What a section shows beside its text, made from the city's own data. */
export type Shown = 'entities' | 'domain' | 'kept' | 'endpoints' | 'contact'

export interface Section {
  id: string
  heading: Both
  text?: readonly Both[]
  list?: readonly Both[]
  shows?: Shown
}

/** A page of plain prose. A language that is missing does not compile. */
export interface Prose {
  title: Both
  lead: Both
  sections: readonly Section[]
}
