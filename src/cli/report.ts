import { basename, extname } from 'node:path'
import process from 'node:process'
import { report as writeReport } from '../report/index.js'
import { summarizeSurvey } from '../survey.js'
import { writeWhole } from './output.js'
import { surveySources } from './sources.js'
import { surveyFlags, surveyOptions, surveyUsage } from './surveyFlags.js'
import { parseUsage, UsageError } from './usage.js'

const usage = `usage: palaute report FILE... -o report.html [options]

  A self-contained page; a summary table on standard output. -o NAME.json writes the figures instead.
  --compare D..D     what changed since another period (2024-01..2024-06, or 2024-Q1); without --from
                     what follows it is reported
${surveyUsage}`

export async function report(args: string[]): Promise<number> {
  const { values, positionals } = parseUsage(
    args,
    {
      ...surveyFlags,
      compare: { type: 'string' },
      output: { type: 'string', short: 'o' },
      help: { type: 'boolean', short: 'h' },
    },
    usage,
  )
  if (values.help) {
    process.stdout.write(`${usage}\n`)
    return 0
  }
  if (positionals.length === 0) throw new UsageError(`Name at least one survey export.\n${usage}`)
  if (values.output === undefined) throw new UsageError(`Name the page to write with -o.\n${usage}`)
  const options = await surveyOptions(values)
  const result = await summarizeSurvey(await surveySources(positionals), {
    ...options.survey,
    compare: values.compare,
  })
  const format = extname(values.output).toLowerCase() === '.json' ? 'json' : 'html'
  const page = writeReport(result, { format, locale: options.locale })
  if (values.output === '-') {
    process.stdout.write(page)
  } else {
    await writeWhole(values.output, page)
    process.stdout.write(writeReport(result, { format: 'text', locale: options.locale }))
    process.stderr.write(`palaute: wrote ${basename(values.output)}\n`)
  }
  return options.strict && result.issues.list.some((issue) => issue.severity !== 'info') ? 1 : 0
}
