import process from 'node:process'
import { type ReadOptions, readSurvey, readVolumes, type Survey } from '../read/index.js'
import type { Response } from '../types.js'
import { readLayoutFile } from './layoutFile.js'
import { createOutput } from './lines.js'
import { printSummary } from './readSummary.js'
import { surveySources } from './sources.js'
import { parseUsage, UsageError } from './usage.js'

const usage = `usage: palaute read FILE... [options]
What was understood of a survey export, as NDJSON: the table, a line a response, then the issues.

  --layout L          a layout made by palaute layout
  --sheet S           sheet of a workbook, by name or number
  --codebook FILE     variable;code;label: what the codes stand for
  --units FILE        unit;name;service;region
  --volumes FILE      unit;visits[;period]: checked against the units of the answers
  --format summary    a questionnaire summary (labels, counts, open answers) instead of a table
  --form FILE         the summary's form: a label a block, its options below it; or JSON
  --from D, --to D    only answers of this period (2024-01-31, 2024-01, 2024-Q1, 2024)
  --strict            exit 1 when there is any issue
`

const options = {
  layout: { type: 'string' },
  sheet: { type: 'string' },
  codebook: { type: 'string' },
  units: { type: 'string' },
  volumes: { type: 'string' },
  format: { type: 'string' },
  form: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  strict: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** A response as it is written: its file is told where there are several. */
export interface ReadResponse extends Omit<Response, 'file'> {
  file?: string
}

export async function read(args: string[]): Promise<number> {
  const { values, positionals } = parseUsage(args, options, usage)
  if (values.help) {
    process.stdout.write(usage)
    return 0
  }
  if (positionals.length === 0) throw new UsageError(`palaute read needs a file.\n${usage}`)
  if (values.format !== undefined) {
    const { format, form, strict = false } = values
    return printSummary(await surveySources(positionals), { format, form, strict })
  }
  if (values.form !== undefined) throw new UsageError('--form goes with --format summary.')
  const { layout: layoutFile, sheet, codebook, units, volumes, from, to } = values
  const given: ReadOptions = { sheet, codebook, units, from, to }
  if (layoutFile !== undefined) given.layout = await readLayoutFile(layoutFile)
  const survey = await readSurvey(await surveySources(positionals), given)
  process.stderr.write('palaute: the answers are shown raw, with the personal data that is in them.\n')
  const visits = volumes ?? survey.layout.volumes
  await print(survey, visits === undefined ? undefined : await readVolumes(visits, { from, to }))
  const strict = values.strict ?? survey.layout.strict ?? false
  return strict && Object.keys(survey.issues.counts()).length > 0 ? 1 : 0
}

/** The output of `palaute read`: other programs depend on its shape; fields are added, never renamed. */
async function print(survey: Survey, volumes: ReadonlyMap<string, number> | undefined): Promise<void> {
  const out = createOutput()
  const line = (value: unknown): Promise<void> | undefined => out.write(`${JSON.stringify(value)}\n`)
  const many = survey.files.length > 1
  for (const { table, columns } of survey.files) {
    const { file, format, encoding, delimiter, sheet } = table
    const shown = columns.map(({ index, name: _name, question, ...column }) => ({
      name: table.columns[index]?.name ?? '',
      role: column.role,
      question: question ?? null,
      confidence: column.confidence,
      reason: column.reason,
      ...(column.part ? { part: column.part } : {}),
      ...(column.scale ? { scale: column.scale } : {}),
      ...(column.statement ? { statement: column.statement } : {}),
      ...(column.needsReview ? { needsReview: true } : {}),
    }))
    line({ table: { file, format, encoding, delimiter, sheet, columns: shown } })
  }
  const lacking = new Set<string>()
  for await (const batch of survey.records())
    for (const { response } of batch) {
      if (volumes && response.unit && !volumes.has(response.unit)) lacking.add(response.unit)
      const { file, ...rest } = response
      const read: ReadResponse = many ? { file, ...rest } : rest
      const full = line({ response: read })
      if (full) await full
    }
  if (lacking.size > 0)
    survey.issues.add({
      code: 'unit_without_volume',
      severity: 'warning',
      file: survey.table.file,
      row: 0,
      column: null,
      value: null,
      hint: `${lacking.size} units of the answers have no visits in the list of volumes.`,
    })
  const listed = new Map<string, number>()
  for (const issue of survey.issues.list()) {
    listed.set(issue.code, (listed.get(issue.code) ?? 0) + 1)
    const full = line({ issue })
    if (full) await full
  }
  const { table } = survey
  for (const [code, count] of Object.entries(survey.issues.counts())) {
    const more = count - (listed.get(code) ?? 0)
    if (more > 0)
      line({
        issue: {
          code,
          severity: 'info',
          file: table.file,
          row: 0,
          column: null,
          value: null,
          hint: `${more} more of this kind are counted and not listed; ${count} in all.`,
        },
      })
  }
  await out.flush()
}
