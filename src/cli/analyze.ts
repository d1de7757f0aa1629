import process from 'node:process'
import { PalauteError } from '../errors.js'
import { type Analyzer, createAnalyzer } from '../pipeline.js'
import { questionKind } from '../read/index.js'
import type { QuestionKind, SupportedLanguage } from '../types.js'
import { createOutput, stdinLines } from './lines.js'
import { readTaxonomy } from './taxonomy.js'
import { parseUsage, UsageError } from './usage.js'

const usage = `usage: palaute analyze < comments.ndjson > findings.ndjson

  Each line: {"id": ..., "text": "...", "question": "good|improve|general"?, "language": "fi|sv|en"?, "rating": 0..1?}
  --crosswalk NAME   add the labels of another framework: qdc, hcat, statistics, thl
  --taxonomy FILE    use your own categories`

/** A bad line becomes an error in its place; nothing of its content is repeated. */
interface LineError {
  code: string
  message: string
}

export async function analyze(args: string[]): Promise<number> {
  const { values, positionals } = parseUsage(
    args,
    {
      crosswalk: { type: 'string' },
      taxonomy: { type: 'string' },
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

function analyzeLine(line: string, analyzer: Analyzer): string {
  let record: unknown
  try {
    record = JSON.parse(line)
  } catch {
    return failure(null, { code: 'bad_json', message: 'The line is not JSON.' })
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    return failure(null, { code: 'bad_record', message: 'The line is not a JSON object.' })
  const { id, text, question, language, rating } = record as Record<string, unknown>
  if (typeof text !== 'string')
    return failure(id, { code: 'no_text', message: 'The field "text" is missing or is not a text.' })
  const known = language === undefined || language === null || ['fi', 'sv', 'en'].includes(String(language))
  try {
    const analysis = analyzer.analyze(text, {
      question: kindOf(question),
      language: known && typeof language === 'string' ? (language as SupportedLanguage) : undefined,
      rating: typeof rating === 'number' ? rating : undefined,
    })
    return JSON.stringify({ id: id ?? null, ...analysis })
  } catch (error) {
    if (error instanceof PalauteError) return failure(id, { code: error.code, message: error.message })
    throw error
  }
}

/** `good`, `improve` and `general` by name; any other text is read as a header would be. */
function kindOf(question: unknown): QuestionKind {
  if (question === 'good' || question === 'improve' || question === 'general') return question
  return typeof question === 'string' ? questionKind(question) : 'general'
}

const failure = (id: unknown, error: LineError): string => JSON.stringify({ id: id ?? null, error })
