import { timeReader } from '../cells/texts.js'
import type { ColumnLayout } from '../layout.js'
import { missingScore } from '../values/missing.js'
import { joinClock, joinPeriod } from '../values/splitTime.js'
import { type Compiler, type Fill, fillField, miss, tell } from './fill.js'

/** The time of the answer: the end before the start, and one in two columns put together. */
export function compileTime(compiler: Compiler, columns: readonly ColumnLayout[]): Fill[] {
  const times = columns.filter(({ role }) => role === 'time')
  const whole = times.filter(({ part }) => part !== 'clock' && part !== 'period')
  const main = whole.find(({ part }) => part !== 'start') ?? whole[0]
  if (!main) return []
  const rest = times.find(({ part }) => part === 'clock' || part === 'period')
  return [
    rest
      ? fillSplit(compiler, main, rest)
      : fillField(compiler, [main], timeReader, 'time', (r, value) => {
          r.time = value
        }),
  ]
}

function fillSplit(compiler: Compiler, main: ColumnLayout, rest: ColumnLayout): Fill {
  const { timeUnit: unit = 'quarter' } = rest
  const read = timeReader(rest.part === 'period' ? { ...main, timeUnit: unit } : main)
  const alone = timeReader(main)
  return (row, response) => {
    const cell = row.cells[main.index] ?? ''
    const more = (row.cells[rest.index] ?? '').trim()
    const first = alone(cell)
    response.time = first.value
    if (first.missing) miss(compiler, 'time', cell)
    if (first.problem) tell(compiler, main, row, cell, first.problem)
    if (first.value === null || missingScore(more) !== undefined) return
    const reading = read(rest.part === 'clock' ? joinClock(cell, more) : joinPeriod(cell, more, unit))
    if (reading.value !== null) response.time = reading.value
    // What was said of the date has been told.
    if (reading.problem && reading.problem.code !== first.problem?.code)
      tell(compiler, rest, row, more, reading.problem)
  }
}
