import { key } from '../store/keys.ts'
import { type Publication, publish } from '../store/publication.ts'
import { query } from '../store/table.ts'
import { type Question, question } from './question.ts'

/** All questions in the order that the city shows them. */
export const allQuestions = async (): Promise<Question[]> =>
  (await query(key.question('').pk))
    .map((item) => question.parse(item))
    .sort((a, b) => a.order - b.order || (a.slug < b.slug ? -1 : 1))

export const publishQuestion = (made: Question): Promise<Publication> =>
  publish(key.question(made.slug), question.parse(made))
