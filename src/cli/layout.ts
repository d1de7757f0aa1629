import process from 'node:process'
import { readSurvey } from '../read/index.js'
import { surveySources } from './sources.js'
import { parseUsage, UsageError } from './usage.js'

const usage = `usage: palaute layout FILE... [--sheet S] [--codebook FILE]
The layout of a survey export as JSON: what each column is and why. Edit it and pass it back with --layout.
Columns with "needsReview" hold what the file cannot tell.
`

export async function layout(args: string[]): Promise<number> {
  const { values, positionals } = parseUsage(
    args,
    { sheet: { type: 'string' }, codebook: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    usage,
  )
  if (values.help) {
    process.stdout.write(usage)
    return 0
  }
  if (positionals.length === 0) throw new UsageError(`palaute layout needs a file.\n${usage}`)
  const { sheet, codebook } = values
  const { layout: found } = await readSurvey(await surveySources(positionals), { sheet, codebook })
  const review = found.columns.filter(({ needsReview }) => needsReview)
  const { sheet: _sheet, ...rest } = found
  process.stdout.write(`${JSON.stringify({ ...rest, ...(sheet === undefined ? {} : { sheet }) }, null, 2)}\n`)
  for (const { name, reason } of review)
    process.stderr.write(`palaute: check "${name.slice(0, 60)}": ${reason}\n`)
  return 0
}
