import * as z from 'zod'
import { type Contract, http } from '../door/http.ts'
import { question } from './question.ts'
import { allQuestions } from './store.ts'

export const contract = {
  summary: 'What people ask, and the city’s answers',
  replies: {
    200: { description: 'Questions in the order shown', schema: z.object({ questions: z.array(question) }) },
  },
} satisfies Contract

export const handler = http(contract, async () => ({ status: 200, json: { questions: await allQuestions() } }))
