import { readFileSync, writeFileSync } from 'node:fs'
import { nominal } from '../../src/finnish/nominal.js'
import { impliedStems, nameStems } from '../../src/privacy/nameForms.js'
import { type Lexeme, readLexicon } from './finnish-lexicon.js'

const root = new URL('../../', import.meta.url)

/** Names of products and companies that a comment means more often than a person. */
const products = new Set(
  'maisa aava wilma kaleva valio pirkka siri arla kia zara reima tesla kanta apotti esperi attendo coxa'.split(
    ' ',
  ),
)

/** Singular forms of a name, without possessives. */
function formsOf({ lemma, class: class_, gradation }: Lexeme): string[] {
  if (class_ < 1 || class_ > 49) return []
  return nominal(lemma.toLowerCase(), class_, gradation, { plain: true })
    .filter(({ tag }) => /^sg\.(nom|gen|par|ine|ela|ill|ade|abl|all|ess|tra)$/.test(tag))
    .map(({ stem, ending }) => stem + ending)
}

/** Stems of a name beyond those that `impliedStems` gives, so that every form is found by `nameStems`. */
function extraStems(lexemes: readonly Lexeme[], lemma: string): string[] {
  const known = new Set(impliedStems(lemma))
  const extra: string[] = []
  for (const form of lexemes.flatMap(formsOf)) {
    const stems = nameStems(form).map(({ stem }) => stem)
    if (stems.some((stem) => known.has(stem))) continue
    const shortest = stems.reduce((a, b) => (b.length < a.length ? b : a))
    known.add(shortest)
    extra.push(shortest)
  }
  return extra
}

/** Swedish dictionary words, which a capital at the head of a sentence does not make a name. */
function swedishWords(): Set<string> {
  const text = readFileSync(new URL('data/swedish/lexicon.tsv', root), 'utf8')
  return new Set(
    text
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .flatMap((line) => line.split('\t').slice(1).join(' ').split(' ')),
  )
}

/**
 * `src/generated/names.ts`: stems of names by what they name. A line holds the flags, then names in lower case;
 * stems that the name does not imply follow it after slashes (`pekka/peka`).
 */
export function buildNames(): string {
  const lexicon = readLexicon()
  const common = swedishWords()
  const places = new Set<string>()
  const names = new Map<string, { lexemes: Lexeme[]; flags: Set<string> }>()
  const at = (lemma: string) => {
    const found = names.get(lemma) ?? { lexemes: [], flags: new Set<string>() }
    names.set(lemma, found)
    return found
  }
  for (const lexeme of lexicon) {
    const lemma = lexeme.lemma.replaceAll('#', '').toLowerCase()
    if (lexeme.pos !== 'name') {
      common.add(lemma)
      continue
    }
    if (lexeme.flags.has('place')) places.add(lemma)
    if (!lexeme.flags.has('firstname') && !lexeme.flags.has('surname')) continue
    const found = at(lemma)
    found.lexemes.push(lexeme)
    for (const flag of lexeme.flags) found.flags.add(flag)
  }
  const own = readFileSync(new URL('data/privacy/names.tsv', root), 'utf8')
  for (const line of own.split('\n').slice(1)) {
    const [lemma = '', flags = ''] = line.split('\t')
    if (lemma === '') continue
    for (const flag of flags.split(',')) {
      if (flag === 'place') places.add(lemma.toLowerCase())
      at(lemma.toLowerCase()).flags.add(flag)
    }
  }
  const lines = new Map<string, string[]>()
  for (const [lemma, { lexemes, flags }] of [...names].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const letters = [
      flags.has('firstname') ? 'f' : '',
      flags.has('surname') ? 's' : '',
      flags.has('ambiguous') || common.has(lemma) ? 'a' : '',
      places.has(lemma) ? 'p' : '',
      products.has(lemma) ? 'o' : '',
    ].join('')
    const list = lines.get(letters) ?? []
    lines.set(letters, list)
    list.push([lemma, ...extraStems(lexemes, lemma)].join('/'))
  }
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([letters, list]) => `${letters} ${list.join(' ')}`)
    .join('\n')
}

/** Everything that the privacy floor reads from src/generated. */
export function buildPrivacy(): void {
  const text = buildNames()
  if (/['\\]/.test(text.replaceAll("'", ''))) throw new Error('a name with a backslash')
  const lines = text.split('\n').map((line) => `  ${JSON.stringify(line)},`)
  writeFileSync(
    new URL('src/generated/names.ts', root),
    `// Made by \`npm run build:data\` from data/finnish/lexicon and data/privacy. Do not edit.\nexport const NAMES = [\n${lines.join('\n')}\n]\n`,
  )
}
