import { countedLine, openAnswersLine } from './lines.js'

/**
 * Whether a text is the summary of a questionnaire (labels, options with glued counts, open answers) rather
 * than a table: no delimiter makes records of it, and enough of its lines end in a count glued to a word.
 */
export function isSummary(text: string): boolean {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 2000)
  if (lines.length < 3) return false
  const counted = lines.filter((line) => countedLine(line)?.doubtful === false).length
  const open = lines.filter((line) => line.length < 300 && openAnswersLine(line) !== undefined).length
  if (open > 0) return counted >= 2 && counted + open >= lines.length * 0.08
  return counted >= 4 && counted >= lines.length * 0.4
}
