import type { At } from '../at.ts'

export interface Place {
  /** Where people open the city, without a slash at its end. */
  publicUrl: string
  apiUrl: string
}

/** Asks an address until its answer is as it should be: a new distribution takes minutes to be everywhere. */
export async function asking(
  { fetch, pause }: Pick<At, 'fetch' | 'pause'>,
  url: string,
  wrong: (answer: Response, text: string) => string | undefined,
  { tries = 20, redirect = 'manual' as RequestRedirect } = {},
): Promise<string> {
  for (let left = tries; ; left--) {
    let said: string | undefined
    try {
      const answer = await fetch(url, { redirect })
      const text = await answer.text()
      said = wrong(answer, text)
      if (said === undefined) return text
    } catch (error) {
      said = `does not answer (${error instanceof Error ? error.message : error})`
    }
    if (left <= 1) throw new Error(`${url} ${said}`)
    await pause(15_000)
  }
}
