import type { Giving, Program } from '../../../../functions/programs/program.ts'
import { programs } from '../../city.ts'

/** Programs that take gifts, and what the look pages make of them. */
type Taker = Program & { giving: Giving }
const takes = (program: Program): program is Taker => program.giving !== undefined
export const takers: readonly Taker[] = programs.filter(takes)
export const joined: readonly Program[] = programs.filter((program) => !takes(program))

export const taker = (place: number): Taker => {
  const found = takers[place]
  if (!found) throw new Error(`look: the city has no ${place + 1} programs that take gifts`)
  return found
}

/** As long as a name gets. */
export const longNamed = (program: Taker): Taker => ({
  ...program,
  name: {
    vi: 'Học bổng 1-1 và đồng hành dài hạn cùng học trò có hoàn cảnh đặc biệt khó khăn phường Bình Hưng Hòa',
    en: 'One-to-One Scholarships and Long-Term Companionship for Students in Especially Difficult Circumstances',
  },
})
/** The same program with another promise about its gifts. */
export const withGiving = (program: Taker, over: Partial<Giving>): Taker => ({
  ...program,
  giving: { ...program.giving, ...over },
})
