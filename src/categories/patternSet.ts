import type { Pattern, Term } from './pattern.js'

/** What a spelling may stand for: the atoms that ask for it, by how they ask. -1 where none does. */
export interface Spelling {
  word: number
  lemma: number
  first: number
  last: number
  form: number
  cased: readonly { case: string; atom: number }[]
}

/**
 * Patterns of one language ready to be matched. An atom is a distinct term; a pattern is tried only where its
 * rarest atom stands, so that the work grows with the words and not with the patterns.
 */
export interface PatternSet {
  spellings: ReadonlyMap<string, Spelling>
  /** Prefix atoms by their first two letters. */
  prefixes: ReadonlyMap<string, readonly { prefix: string; atom: number }[]>
  negation: number
  number: number
  /** By atom: pairs of pattern and step. */
  anchors: readonly (readonly number[])[]
  terms: readonly (readonly number[])[]
  gaps: readonly (readonly number[])[]
  concepts: readonly number[]
  /** Whether a pattern asks for a negation itself. */
  denies: readonly boolean[]
  /** The word of a pattern that is one word; empty for others. */
  words: readonly string[]
  /** Whether a pattern only hints at its concept. */
  hints: readonly boolean[]
}

/** Compiles patterns, each with the number of its concept. */
export function compilePatterns(
  entries: Iterable<{ concept: number; pattern: Pattern; hint?: boolean }>,
): PatternSet {
  const atoms = new Map<string, number>()
  const spellings = new Map<string, Spelling>()
  const prefixes = new Map<string, { prefix: string; atom: number }[]>()
  const uses: number[] = []
  const set = {
    negation: -1,
    number: -1,
    terms: [] as number[][],
    gaps: [] as (readonly number[])[],
    concepts: [] as number[],
    denies: [] as boolean[],
    words: [] as string[],
    hints: [] as boolean[],
  }
  const atomOf = (term: Term): number => {
    const key = `${term.kind} ${term.case ?? ''} ${term.text}`
    const known = atoms.get(key)
    if (known !== undefined) return known
    const atom = atoms.size
    atoms.set(key, atom)
    uses.push(0)
    if (term.kind === 'negation') set.negation = atom
    else if (term.kind === 'number') set.number = atom
    else if (term.kind === 'prefix') {
      const head = term.text.slice(0, 2)
      const list = prefixes.get(head) ?? []
      list.push({ prefix: term.text, atom })
      prefixes.set(head, list)
    } else {
      const spelling = spellings.get(term.text) ?? emptySpelling()
      if (term.kind === 'case') spelling.cased = [...spelling.cased, { case: term.case ?? '', atom }]
      else spelling[term.kind] = atom
      spellings.set(term.text, spelling)
    }
    return atom
  }
  const seen = new Set<string>()
  for (const { concept, pattern, hint = false } of entries) {
    const terms = pattern.terms.map(atomOf)
    const key = `${concept} ${terms.join(' ')} ${pattern.gaps.join(' ')}`
    if (seen.has(key)) continue
    seen.add(key)
    for (const atom of new Set(terms)) uses[atom] = (uses[atom] ?? 0) + 1
    set.terms.push(terms)
    set.gaps.push(pattern.gaps)
    set.concepts.push(concept)
    const only = pattern.terms[0]
    set.hints.push(hint)
    set.words.push(pattern.terms.length === 1 && only?.kind === 'word' ? only.text : '')
    set.denies.push(terms.includes(set.negation) && set.negation >= 0)
  }
  const anchors: number[][] = uses.map(() => [])
  for (const [pattern, terms] of set.terms.entries()) {
    let step = 0
    for (let at = 1; at < terms.length; at += 1)
      if (cost(terms[at] as number) < cost(terms[step] as number)) step = at
    anchors[terms[step] as number]?.push(pattern, step)
  }
  return { ...set, spellings, prefixes, anchors }

  /** Negations and numbers stand in any text; the other atoms are the rarer the fewer patterns use them. */
  function cost(atom: number): number {
    return atom === set.negation || atom === set.number ? Number.POSITIVE_INFINITY : (uses[atom] ?? 0)
  }
}

function emptySpelling(): Spelling {
  return { word: -1, lemma: -1, first: -1, last: -1, form: -1, cased: [] }
}
