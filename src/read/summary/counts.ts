import { countReadings } from './lines.js'
import type { SummaryOption, SummaryQuestion } from './parse.js'

/**
 * Counts glued to numbers, where the options of a question number each other: of "Osasto 112", "Osasto 27" and
 * "Osasto 33" only 1|12, 2|7 and 3|3 go up by one. The result stays a guess.
 */
export function settleCounts(question: SummaryQuestion): void {
  const doubtful = question.options.filter((option) => option.guess && option.text !== '')
  if (doubtful.length < 2) return
  const readings = doubtful.map((option) => countReadings(`${option.text}${option.count}`))
  const stem = readings[0]?.[0]?.stem
  if (stem === undefined || readings.some((list) => list.length === 0 || list[0]?.stem !== stem)) return
  for (const first of readings[0] ?? [])
    for (const step of [1, -1]) {
      const chosen = readings.map((list, i) =>
        list.find((reading) => reading.number === first.number + step * i),
      )
      if (chosen.some((reading) => reading === undefined)) continue
      doubtful.forEach((option: SummaryOption, i) => {
        option.text = chosen[i]?.text ?? option.text
        option.count = chosen[i]?.count ?? option.count
      })
      return
    }
}
