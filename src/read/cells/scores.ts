import type { Scale } from '../../types.js'
import type { ColumnLayout } from '../layout.js'
import { missingScore } from '../values/missing.js'
import { readNumber } from '../values/number.js'
import { plainLabel, wordValues } from '../values/words.js'
import { yesNo } from '../values/yesNo.js'
import {
  type CellReader,
  type CellReading,
  MISSING,
  missingWord,
  ownCodes,
  ownMissing,
  problem,
  remember,
} from './reading.js'

/** Whole numbers for scores that are counted by their place; halves may stand in grades. */
export function scoreReader(column: ColumnLayout): CellReader<number> {
  const scale: Scale = column.scale ?? { min: 0, max: 10, best: 'high' }
  const missing = ownMissing(column)
  const labels = new Map<string, number>()
  if (column.words !== undefined)
    for (const [word, value] of wordValues(column.words) ?? []) labels.set(word, value - 1 + scale.min)
  for (const [word, value] of Object.entries(column.labels ?? {})) labels.set(plainLabel(word), value)
  const codes = ownCodes(column)
  const read = (cell: string): CellReading<number> => {
    const plain = plainLabel(cell)
    if (missing.has(plain)) return MISSING
    const coded = codes.get(plain)
    if (coded !== undefined && coded !== cell) return readScore(coded)
    return readScore(cell)
  }
  const readScore = (cell: string): CellReading<number> => {
    const word = labels.get(plainLabel(cell))
    if (word !== undefined) return { value: word }
    if (missingScore(cell) !== undefined) return MISSING
    const number = readNumber(cell)
    if ('problem' in number)
      return number.problem === 'label_without_number'
        ? problem(
            'label_without_number',
            'An answer in words that stands for no number; give its value in the layout ("labels") or a code book.',
          )
        : problem('not_a_number', 'Not a number on the scale; left out.')
    const { value } = number
    if (!Number.isInteger(value) && column.role !== 'grade')
      return problem('not_an_integer', 'This score is given in whole numbers; left out, not rounded.')
    if (value < scale.min || value > scale.max)
      return problem(
        'out_of_range',
        `The scale is ${scale.min}-${scale.max}; left out, not moved to its end.`,
      )
    return { value }
  }
  return remember(read)
}

export function yesNoReader(column: ColumnLayout): CellReader<'yes' | 'no' | 'partial'> {
  const missing = ownMissing(column)
  const codes = ownCodes(column)
  return remember((cell) => {
    const plain = plainLabel(cell)
    if (missing.has(plain)) return MISSING
    const text = codes.get(plain) ?? cell
    if (missingWord(text)) return MISSING
    const value = yesNo(text)
    return value === undefined
      ? problem(
          'unknown_option',
          'Neither yes, no nor in part; say what it stands for in a code book or under "codes" of the layout.',
        )
      : { value }
  })
}
