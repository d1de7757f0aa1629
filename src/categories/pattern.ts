import { PalauteError } from '../errors.js'

/** What one term of a pattern asks of a word. */
export type TermKind =
  | 'word'
  | 'lemma'
  | 'first'
  | 'last'
  | 'prefix'
  | 'form'
  | 'case'
  | 'negation'
  | 'number'

export interface Term {
  kind: TermKind
  text: string
  /** For `case`: the case's or the form's name in `Features`. */
  case?: string
}

/** Terms in order; `gaps[i]` is how many words may stand between term i and term i + 1. */
export interface Pattern {
  terms: readonly Term[]
  gaps: readonly number[]
}

/** Words that may stand between two terms, so that an adverb or an object does not break a pattern. */
const GAP = 3
/** The same where the order is free. */
const FREE_GAP = 4

const cases: Readonly<Record<string, string>> = {
  nom: 'nominative',
  gen: 'genitive',
  par: 'partitive',
  ine: 'inessive',
  ela: 'elative',
  ill: 'illative',
  ade: 'adessive',
  abl: 'ablative',
  all: 'allative',
  ess: 'essive',
  tra: 'translative',
  abe: 'abessive',
  ins: 'instructive',
  com: 'comitative',
  pass: 'passive',
  cond: 'conditional',
}

/**
 * Reads a pattern of the language described in data/categories/README.md. Alternatives and free order are
 * written out: one text may give several patterns.
 *
 * @throws {PalauteError} `bad_taxonomy` where the text is empty or a term is not of the language
 * @example parsePattern('NEG vastata')[0]?.terms.length // 2
 */
export function parsePattern(text: string, path?: string): Pattern[] {
  const fail = (why: string) =>
    new PalauteError('bad_taxonomy', `A pattern of words cannot be read: ${why}.`, path ? { path } : {})
  const source = text.trim()
  if (source === '') throw fail('it is empty')
  let partial: Pattern[] = [{ terms: [], gaps: [] }]
  const sides = source.includes('~') ? source.split(/\s*~\s*/) : [source]
  if (sides.length > 2) throw fail('"~" may stand once')
  if (sides.length === 2) {
    const [left = '', right = ''] = sides
    if (left === '' || right === '') throw fail('"~" stands between two terms')
    const lefts = parsePattern(left, path)
    const rights = parsePattern(right, path)
    return lefts.flatMap((a) => rights.flatMap((b) => [joined(a, b), joined(b, a)]))
  }
  for (const [index, word] of source.split(/\s+/).entries())
    for (const [step, piece] of word.split('_').entries()) {
      if (piece === '') throw fail('"_" stands between two terms')
      const gap = index === 0 && step === 0 ? -1 : step > 0 ? 0 : GAP
      const choices = alternatives(piece).map((choice) => term(choice, fail))
      partial = partial.flatMap(({ terms, gaps }) =>
        choices.map((choice) => ({ terms: [...terms, choice], gaps: gap < 0 ? gaps : [...gaps, gap] })),
      )
      if (partial.length > 64) throw fail('it has too many alternatives')
    }
  return partial
}

function joined(a: Pattern, b: Pattern): Pattern {
  return { terms: [...a.terms, ...b.terms], gaps: [...a.gaps, FREE_GAP, ...b.gaps] }
}

/** `(lääkäri|hoitaja)` and `(lääkäri|hoitaja):gen`. */
function alternatives(piece: string): string[] {
  if (!piece.includes('(')) return [piece]
  const match = /^([=+]?)\(([^()]*)\)(.*)$/.exec(piece)
  if (match === null) return [piece]
  const [, before = '', inside = '', after = ''] = match
  return inside.split('|').map((choice) => before + choice + after)
}

/** Marks of terms that are more than a word. */
const MARKS = /[':*=+()|]/

function term(source: string, fail: (why: string) => PalauteError): Term {
  if (source === 'NEG') return { kind: 'negation', text: 'NEG' }
  if (source === 'NUM') return { kind: 'number', text: 'NUM' }
  const text = source.toLowerCase()
  if (!MARKS.test(text)) return { kind: 'word', text }
  const quoted = /^'(.+)'$/.exec(text)
  if (quoted) return { kind: 'form', text: quoted[1] as string }
  if (/[()|]/.test(text)) throw fail('its brackets do not match')
  const cased = /^([^:]+):([a-z]{3,4})$/.exec(text)
  const name = cases[cased?.[2] ?? '']
  if (cased && name !== undefined) return { kind: 'case', text: cased[1] as string, case: name }
  if (text.length > 2 && text.endsWith('*')) return { kind: 'prefix', text: text.slice(0, -1) }
  if (text.length > 1 && text.startsWith('=')) return { kind: 'lemma', text: text.slice(1) }
  if (text.length > 1 && text.endsWith('+')) return { kind: 'first', text: text.slice(0, -1) }
  if (text.length > 1 && text.startsWith('+')) return { kind: 'last', text: text.slice(1) }
  return { kind: 'word', text }
}
