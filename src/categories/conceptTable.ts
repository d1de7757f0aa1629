import { PalauteError } from '../errors.js'
import type { SupportedLanguage } from '../types.js'
import { parsePattern } from './pattern.js'
import { compilePatterns, type PatternSet } from './patternSet.js'

/** The concepts of data/categories: names, the leaves that they speak for, and their patterns by language. */
export interface ConceptTable {
  names: readonly string[]
  links: readonly { concept: number; category: string; weight: number }[]
  patterns(language: SupportedLanguage): PatternSet
}

export interface ConceptSource {
  names: readonly string[]
  links: readonly (readonly [concept: number, category: string, weight: number])[]
  /** By language: `>number` opens a concept, then a pattern a line; `?` before it marks a mere hint. */
  texts: Readonly<Partial<Record<SupportedLanguage, string>>>
}

/** Patterns of a taxonomy's own, under the number of a concept that follows the bundled ones. */
export interface OwnPattern {
  language: SupportedLanguage
  concept: number
  text: string
  path: string
}

/** Compiles a language's patterns when they are first asked for. */
export function conceptTable(source: ConceptSource, own: readonly OwnPattern[] = []): ConceptTable {
  const compiled = new Map<SupportedLanguage, PatternSet>()
  return {
    names: source.names,
    links: source.links.map(([concept, category, weight]) => ({ concept, category, weight })),
    patterns(language) {
      const known = compiled.get(language)
      if (known !== undefined) return known
      const mine = own.filter((entry) => entry.language === language)
      const set = compilePatterns(entries(source.texts[language] ?? '', mine))
      compiled.set(language, set)
      return set
    },
  }
}

function* entries(text: string, own: readonly OwnPattern[]) {
  let concept = -1
  for (const line of text.split('\n'))
    if (line.startsWith('>')) concept = Number(line.slice(1))
    else if (line !== '') {
      if (concept < 0)
        throw new PalauteError('cannot_read', 'The packed concepts are damaged; reinstall palaute.')
      const hint = line.startsWith('?')
      for (const pattern of parsePattern(hint ? line.slice(1) : line)) yield { concept, pattern, hint }
    }
  for (const { concept: number, text: words, path } of own)
    for (const pattern of parsePattern(words, path)) yield { concept: number, pattern, hint: false }
}
