import { readSurvey } from '../read/index.js'
import { readLayoutFile } from './layoutFile.js'
import { createOutput } from './lines.js'
import { parseUsage, UsageError } from './usage.js'

const usage = `usage: palaute read FILE [--layout L] [--sheet S]`

export async function read(args: string[]): Promise<number> {
  const { values, positionals } = parseUsage(
    args,
    {
      layout: { type: 'string' },
      sheet: { type: 'string' },
      codebook: { type: 'string' },
      strict: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    usage,
  )
  if (values.help) {
    process.stdout.write(`${usage}\n`)
    return 0
  }
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new UsageError(usage)
  const layout = values.layout === undefined ? undefined : await readLayoutFile(values.layout)
  const survey = await readSurvey(file, {
    ...(layout ? { layout } : {}),
    ...(values.sheet === undefined ? {} : { sheet: values.sheet }),
  })
  const { table } = survey
  const out = createOutput()
  const columns = survey.layout.columns.map(({ name, role, question, confidence, reason }) => ({
    name,
    role,
    question: question ?? null,
    confidence,
    reason,
  }))
  out.write(
    `${JSON.stringify({ table: { file: table.file, encoding: table.encoding, delimiter: table.delimiter, sheet: table.sheet, columns } })}\n`,
  )
  for await (const batch of survey.batches())
    for (const { file: _file, ...response } of batch) {
      const full = out.write(`${JSON.stringify({ response })}\n`)
      if (full) await full
    }
  const issues = survey.issues.list()
  for (const issue of issues) out.write(`${JSON.stringify({ issue })}\n`)
  await out.flush()
  return values.strict && issues.length > 0 ? 1 : 0
}
