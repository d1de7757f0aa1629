import type { Response, Scale } from '../types.js'
import { createTallies, type Question } from './tallies.js'
import { createThemeTallies, type ReadComment } from './themes.js'

/** All that is counted of the answers of one period. */
export type PeriodTallies = ReturnType<typeof createPeriodTallies>

export function createPeriodTallies(questions: readonly Question[], scales: ReadonlyMap<string, Scale>) {
  const tallies = createTallies(questions, scales)
  const themes = createThemeTallies()
  let responses = 0
  let from: string | undefined
  let to: string | undefined

  function add(response: Response, comments: readonly ReadComment[]): void {
    responses += 1
    tallies.add(response)
    themes.add(response, comments)
    const day = response.time?.slice(0, 10)
    if (day === undefined) return
    if (from === undefined || day < from) from = day
    if (to === undefined || day > to) to = day
  }

  /** First and last day with an answer; null where none tells its time. */
  const days = () => (from === undefined || to === undefined ? null : { from, to })

  return { add, days, responses: () => responses, tallies, themes }
}
