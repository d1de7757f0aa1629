import { readSurvey } from '../read/index.js'
import { parseUsage, UsageError } from './usage.js'

const usage = 'usage: palaute layout FILE [--sheet S]'

export async function layout(args: string[]): Promise<number> {
  const { values, positionals } = parseUsage(
    args,
    { sheet: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    usage,
  )
  if (values.help) {
    process.stdout.write(`${usage}\n`)
    return 0
  }
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new UsageError(usage)
  const survey = await readSurvey(file, values.sheet === undefined ? {} : { sheet: values.sheet })
  process.stdout.write(`${JSON.stringify(survey.layout, null, 2)}\n`)
  return 0
}
