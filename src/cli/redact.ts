import process from 'node:process'
import { createDocument, type LanguageReader, loadLanguageDetector } from '../language/index.js'
import {
  createPseudonyms,
  findPersonalData,
  type NameFilter,
  nameFilter,
  redact as redactText,
  shownLabel,
} from '../privacy/index.js'
import type { Locale, PersonalDataFinding } from '../types.js'
import { redactJson } from './jsonText.js'
import { createOutput, stdinLinesWithEnds } from './lines.js'
import { flagText, readNameLists } from './nameLists.js'
import { parseUsage, UsageError } from './usage.js'

const usage = `usage: palaute redact [options] < lines > lines

  Replaces personal data with [NIMI], [HETU], [PUHELIN] ... line by line. A line that is a JSON object, array or
  string is read as NDJSON: every text in it is redacted, also a number that is a telephone number or an identity
  code; the rest stays to the letter. Order, count and ends of lines are kept.

  --locale fi|sv|en  language of the marks, default fi
  --pseudonymize     number persons and things ([NIMI 1]), the same for the same in this run
  --key-file FILE    with --pseudonymize: a secret of 16 characters or more keeps marks alike between runs
  --allow FILE       names that stay, one a line, in their base form
  --deny FILE        words that are always hidden, one a line, in their base form
  --fields A,B       of NDJSON only these fields, for example text,comment
  --plain            no line is NDJSON`

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
  const inJson = { text: redactor, key: (key: string) => shownLabel(key, locale) }
  const fields = values.fields?.split(',').map((field) => field.trim())
  const output = createOutput()
  for await (const { line, end } of stdinLinesWithEnds()) {
    const shown = (values.plain ? undefined : redactJson(line, inJson, fields)) ?? redactor(line)
    const pending = output.write(`${shown}${end}`)
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
): Promise<(text: string) => string> {
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
