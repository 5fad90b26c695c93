import type { Program } from '../../functions/programs/program.ts'

/** The year in which the school year of `today` (a day) began: it runs from September to August. */
const beganIn = (today: string): number => Number(today.slice(0, 4)) - (today.slice(5, 7) < '09' ? 1 : 0)

const first = 2026
const on = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`

/**
 * Demonstration gifts always belong to the school year that is running, or a laptop would show nothing but closed
 * programs a year from now. Each year is a version of its own; what was promised stays.
 */
export function inSchoolYear(program: Program, today: string): Program {
  const years = Math.max(0, beganIn(today) - first)
  const { giving, version } = program
  if (!program.demonstration || !giving || years === 0) return program
  const { period, reportDueOn } = giving
  return {
    ...program,
    version: version + 1_000 * years,
    giving: {
      ...giving,
      period: { from: on(period.from, years), to: on(period.to, years) },
      reportDueOn: on(reportDueOn, years),
    },
  }
}
