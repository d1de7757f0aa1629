import process from 'node:process'
import { PalauteError } from '../errors.js'
import { type Analyzer, createAnalyzer } from '../pipeline.js'
import type { SupportedLanguage } from '../types.js'
import { askedKind } from './askedKind.js'
import { createOutput, stdinLines } from './lines.js'
import { readModel } from './modelFile.js'
import { rawField } from './rawField.js'
import { readTaxonomy } from './taxonomy.js'
import { parseUsage, UsageError } from './usage.js'

const usage = `usage: palaute analyze < comments.ndjson > findings.ndjson

  Each line: {"id": ..., "text": "...", "question": "good|improve|general"?, "language": "fi|sv|en"?, "rating": 0..1?}
  --crosswalk NAME   add the labels of another framework: qdc, hcat, statistics, thl
  --taxonomy FILE    use your own categories
  --model FILE       categories by a model of palaute train; --taxonomy with it where it was trained with one`

/** A bad line becomes an error in its place; nothing of its content is repeated. */
interface LineError {
  code: string
  message: string
  /** The field that is wrong. */
  path?: string
}

export async function analyze(args: string[]): Promise<number> {
  const { values, positionals } = parseUsage(
    args,
    {
      crosswalk: { type: 'string' },
      taxonomy: { type: 'string' },
      model: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
    usage,
  )
  if (values.help) {
    process.stdout.write(`${usage}\n`)
    return 0
  }
  if (positionals.length > 1 || (positionals[0] !== undefined && positionals[0] !== '-'))
    throw new UsageError(`palaute analyze reads standard input.\n${usage}`)
  const analyzer = await createAnalyzer({
    crosswalk: values.crosswalk,
    taxonomy: await readTaxonomy(values.taxonomy),
    classifier: await readModel(values.model),
  })
  const output = createOutput()
  for await (const line of stdinLines()) {
    // Order and count of lines are kept: a blank line stays one.
    const pending = output.write(line.trim() === '' ? '\n' : `${analyzeLine(line, analyzer)}\n`)
    if (pending !== undefined) await pending
  }
  await output.flush()
  return 0
}

/** The answer to one line: the analysis under the line's id, or an error in its place. */
export function analyzeLine(line: string, analyzer: Analyzer): string {
  let record: unknown
  try {
    record = JSON.parse(line)
  } catch {
    return failure('null', { code: 'bad_json', message: 'The line is not JSON.' })
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    return failure('null', { code: 'bad_record', message: 'The line is not a JSON object.' })
  const { id: read, text, question, language, rating } = record as Record<string, unknown>
  // A number too long for the machine would come back as another.
  const id = typeof read === 'number' ? rawField(line, 'id') : JSON.stringify(read ?? null)
  if (typeof text !== 'string')
    return failure(id, { code: 'no_text', message: 'The field "text" is missing or is not a text.' })
  try {
    const analysis = analyzer.analyze(text, {
      question: askedKind(question),
      // Values of other types are for the analyzer to refuse.
      language: (language ?? undefined) as SupportedLanguage | undefined,
      rating: (rating ?? undefined) as number | undefined,
    })
    return `{"id":${id},${JSON.stringify(analysis).slice(1)}`
  } catch (error) {
    if (!(error instanceof PalauteError)) throw error
    const { code, message, path } = error
    return failure(id, { code, message, ...(path === undefined ? {} : { path }) })
  }
}

/** @param id as JSON */
const failure = (id: string, error: LineError): string => `{"id":${id},"error":${JSON.stringify(error)}}`
