import process from 'node:process'
import { createDocument, type LanguageReader, loadLanguageDetector } from '../language/index.js'
import {
  createPseudonyms,
  findPersonalData,
  type NameFilter,
  nameFilter,
  redact as redactText,
} from '../privacy/index.js'
import type { Locale, PersonalDataFinding } from '../types.js'
import { createOutput, stdinLines } from './lines.js'
import { flagText, readNameLists } from './nameLists.js'
import { parseUsage, UsageError } from './usage.js'

const usage = `usage: palaute redact [options] < lines > lines

  Replaces personal data with [NIMI], [HETU], [PUHELIN] ... line by line. A line that is a JSON object is read
  as NDJSON: every text in it is redacted, keys and the rest stay. Order and count of lines are kept.

  --locale fi|sv|en  language of the marks, default fi
  --pseudonymize     number persons and things ([NIMI 1]), the same for the same in this run
  --key-file FILE    with --pseudonymize: a secret of 16 characters or more keeps marks alike between runs
  --allow FILE       names that stay, one a line, in their base form
  --deny FILE        words that are always hidden, one a line, in their base form
  --fields A,B       of NDJSON only these fields, for example text,comment
  --plain            no line is NDJSON`

type Redactor = (text: string) => string

export async function redact(args: string[]): Promise<number> {
  const { values, positionals } = parseUsage(
    args,
    {
      locale: { type: 'string' },
      pseudonymize: { type: 'boolean' },
      'key-file': { type: 'string' },
      allow: { type: 'string' },
      deny: { type: 'string' },
      fields: { type: 'string' },
      plain: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    usage,
  )
  if (values.help) {
    process.stdout.write(`${usage}\n`)
    return 0
  }
  if (positionals.length > 1 || (positionals[0] !== undefined && positionals[0] !== '-'))
    throw new UsageError(`palaute redact reads standard input.\n${usage}`)
  const { locale = 'fi' } = values
  if (locale !== 'fi' && locale !== 'sv' && locale !== 'en') throw new UsageError('--locale is fi, sv or en.')
  const keyFile = values['key-file']
  if (keyFile !== undefined && values.pseudonymize !== true)
    throw new UsageError('--key-file goes with --pseudonymize.')
  const key = keyFile === undefined ? undefined : (await flagText('--key-file', keyFile)).trim()
  const pseudonyms = values.pseudonymize ? createPseudonyms(key === undefined ? {} : { key }) : undefined
  const names = await readNameLists(values)
  const filter = names === undefined ? undefined : nameFilter(names)
  const counts = new Map<string, number>()
  const redactor = await createRedactor(locale, pseudonyms, filter, (type) => {
    counts.set(type, (counts.get(type) ?? 0) + 1)
  })
  const fields = values.fields?.split(',').map((field) => field.trim())
  const output = createOutput()
  for await (const line of stdinLines()) {
    const pending = output.write(`${values.plain ? redactor(line) : lineOf(line, redactor, fields)}\n`)
    if (pending !== undefined) await pending
  }
  await output.flush()
  const told = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, count]) => `${type} ${count}`)
  process.stderr.write(`palaute: replaced ${told.length === 0 ? 'nothing' : told.join(', ')}; best effort.\n`)
  return 0
}

async function createRedactor(
  locale: Locale,
  pseudonyms: ReturnType<typeof createPseudonyms> | undefined,
  filter: NameFilter | undefined,
  count: (type: PersonalDataFinding['type']) => void,
): Promise<Redactor> {
  const [fi, sv, en, detect] = await Promise.all([
    (await import('../finnish/index.js')).loadFinnish(),
    (await import('../swedish/index.js')).loadSwedish(),
    (await import('../english/index.js')).loadEnglish(),
    loadLanguageDetector(),
  ])
  const readers: Record<Locale, LanguageReader> = { fi, sv, en }
  const options = { locale, ...(pseudonyms ? { pseudonyms } : {}) }
  return (text) => {
    if (text.length < 2) return text
    const document = createDocument(text, { readers, detect })
    const found = findPersonalData(document)
    const findings = filter ? filter(document, found) : found
    for (const { type } of findings) count(type)
    return redactText(document.text, findings, options).text
  }
}

/** A JSON object or a text. Every text inside the object is redacted, or those of the fields asked for. */
function lineOf(line: string, redactor: Redactor, fields: readonly string[] | undefined): string {
  if (!/^\s*\{/.test(line)) return redactor(line)
  let record: unknown
  try {
    record = JSON.parse(line)
  } catch {
    return redactor(line)
  }
  return JSON.stringify(inside(record, redactor, fields, 0))
}

/** Deeper than this nothing of a survey lies, and a hostile line could exhaust the stack. */
const deepest = 64

function inside(
  value: unknown,
  redactor: Redactor,
  fields: readonly string[] | undefined,
  depth: number,
): unknown {
  if (typeof value === 'string') return redactor(value)
  // A number has no separators, but it may be a telephone number or the start of a code.
  if (typeof value !== 'object' || value === null) return value
  if (depth >= deepest) return null
  if (Array.isArray(value)) return value.map((item) => inside(item, redactor, fields, depth + 1))
  // Own properties only, defined and not assigned: "__proto__" stays a plain key.
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      fields !== undefined && depth === 0 && !fields.includes(key)
        ? item
        : inside(item, redactor, undefined, depth + 1),
    ]),
  )
}
