import { once } from 'node:events'
import { basename, extname } from 'node:path'
import process from 'node:process'
import { PalauteError } from '../errors.js'
import {
  columnKind,
  type OutputCell,
  type ParquetColumn,
  writeCsv,
  writeNdjson,
  writeParquet,
  writeXlsx,
} from '../read/index.js'
import { findingColumns, scoredTable } from '../report/scored.js'
import { type PrivacyCounts, type ScoredSurvey, scoreSurvey } from '../survey.js'
import { openWhole } from './output.js'
import { surveySources } from './sources.js'
import { surveyFlags, surveyOptions, surveyUsage } from './surveyFlags.js'
import { parseUsage, UsageError } from './usage.js'

const usage = `usage: palaute score FILE... -o scored.(csv|ndjson|parquet|xlsx) [options]

  The rows with findings and scores added. -o - writes to standard output, then --format is needed.
  --format csv|ndjson|parquet|xlsx
  --dialect standard|finnishExcel   of CSV: comma and point, or semicolon, comma and a byte order mark
${surveyUsage}`

const formats = ['csv', 'ndjson', 'parquet', 'xlsx'] as const
type Format = (typeof formats)[number]

export async function score(args: string[]): Promise<number> {
  const { values, positionals } = parseUsage(
    args,
    {
      ...surveyFlags,
      output: { type: 'string', short: 'o' },
      format: { type: 'string' },
      dialect: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
    usage,
  )
  if (values.help) {
    process.stdout.write(`${usage}\n`)
    return 0
  }
  if (positionals.length === 0) throw new UsageError(`Name at least one survey export.\n${usage}`)
  const { output } = values
  if (output === undefined) throw new UsageError(`Name the file to write with -o.\n${usage}`)
  const named = values.format ?? extname(output).slice(1).toLowerCase()
  const format = formats.find((candidate) => candidate === named)
  if (format === undefined)
    throw new UsageError('The output is csv, ndjson, parquet or xlsx: end -o so, or say --format.')
  const { dialect } = values
  if (dialect !== undefined && dialect !== 'standard' && dialect !== 'finnishExcel')
    throw new UsageError('--dialect is standard or finnishExcel.')
  const options = await surveyOptions(values)
  const survey = await scoreSurvey(await surveySources(positionals), options.survey)
  const pieces = write(survey, format, dialect)
  if (output === '-') {
    for await (const piece of pieces) if (!process.stdout.write(piece)) await once(process.stdout, 'drain')
  } else {
    await toFile(output, pieces, survey)
  }
  const { records, responses, leftOut } = survey.counts()
  requireAnswers(survey)
  process.stderr.write(
    `palaute: ${records} rows = ${responses} responses + ${leftOut} left out${output === '-' ? '' : `; wrote ${basename(output)}`}\n`,
  )
  process.stderr.write(`  ${privacyLine(survey.privacy())}\n`)
  for (const [code, count] of Object.entries(survey.issues.counts()))
    process.stderr.write(`  ${code}: ${count}\n`)
  return options.strict && Object.keys(survey.issues.counts()).length > 0 ? 1 : 0
}

/** How personal data were handled, told beside every output. */
function privacyLine({ policy, staffNames, namesKept, findings }: PrivacyCounts): string {
  const found = Object.entries(findings).map(([type, count]) => `${type} ${count}`)
  const kept = staffNames === 'keep' && policy !== 'keep' ? `; ${namesKept} staff first names kept` : ''
  return `privacy: ${policy}${kept}; found ${found.length === 0 ? 'nothing' : found.join(', ')}`
}

function requireAnswers(survey: ScoredSurvey): void {
  if (survey.counts().responses === 0)
    throw new PalauteError('no_answers', 'There is not one answer in the input; nothing was written.')
}

async function toFile(
  path: string,
  pieces: AsyncIterable<string | Uint8Array>,
  survey: ScoredSurvey,
): Promise<void> {
  const file = openWhole(path)
  try {
    for await (const piece of pieces)
      if (!file.stream.write(piece)) await Promise.race([once(file.stream, 'drain'), file.failed])
    requireAnswers(survey)
    await file.finish()
  } catch (error) {
    await file.discard()
    throw error
  }
}

function write(survey: ScoredSurvey, format: Format, dialect: 'standard' | 'finnishExcel' | undefined) {
  if (format === 'ndjson') return writeNdjson(survey.responses)
  const names = survey.table.columns.map((column) => column.name)
  for (const { file, columns } of survey.tables)
    if (columns.length !== names.length || columns.some((column, index) => column.name !== names[index]))
      throw new PalauteError(
        'bad_option',
        `${file} has other columns than ${survey.table.file}; score them one by one, or write NDJSON.`,
      )
  const comments = survey.layout.columns.filter(({ role }) => role === 'comment').map(({ name }) => name)
  const table = scoredTable(names, comments, survey.shown, survey.label)
  const columns = table.header.map((name, index): ParquetColumn => {
    const finding =
      index >= names.length ? findingColumns[(index - names.length) % findingColumns.length] : undefined
    if (finding === 'score') return { name, kind: 'number', type: 'DOUBLE' }
    return { name, kind: columnKind(survey.table.sample.map(({ cells }) => cells[index] ?? '')) }
  })
  async function* rows(): AsyncGenerator<OutputCell[]> {
    for await (const { row, response } of survey.records()) yield table.cells(row.cells, response)
  }
  if (format === 'csv') return writeCsv(columns, rows(), { dialect })
  if (format === 'parquet') return writeParquet(columns, rows())
  return writeXlsx([{ name: 'Data', columns, rows: rows() }])
}
