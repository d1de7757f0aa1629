import type { Intent, SupportedLanguage } from '../types.js'
import { type AtomTable, createAtoms } from './atoms.js'
import { type Openings, openingsOf } from './openings.js'
import { compilePattern, firstAtom, type Pattern } from './pattern.js'
import type { IntentRow, ModifierKind, NegatorScope, Tables } from './tables.js'

/** What a matched pattern says. */
export type Rule =
  | {
      kind: 'valence'
      grade: number
      /** As the table writes it. */
      entry: string
      /** Atom of which one must stand near. */
      near?: number
    }
  | { kind: 'negator'; scope: NegatorScope }
  | { kind: 'modifier'; modifier: ModifierKind; factor: number }
  | { kind: 'intent'; rule: CompiledIntent }

export interface CompiledIntent {
  intent: Intent
  /** The parts after the first, each to be met after it, in a later sentence too. */
  later: readonly (readonly Pattern<true>[])[]
  unless: readonly Pattern<true>[] | undefined
}

/** Patterns of one language by what opens them: those that weigh a clause, and those of intents. */
interface Rules {
  words: Openings
  themes: Openings
}

export interface RuleSet extends Record<SupportedLanguage, Rules> {
  /** Patterns of all languages by their numbers. */
  patterns: readonly Pattern<Rule>[]
}

const languages: readonly SupportedLanguage[] = ['fi', 'sv', 'en']

/** Compiles the tables, one set a language; rows of language `*` go to all three. */
export function compileRules(tables: Tables): { rules: RuleSet; atoms: AtomTable } {
  const atoms = createAtoms(tables.classes)
  const patterns: Pattern<Rule>[] = []
  const numbered = (some: readonly Pattern<Rule>[]): Openings => {
    const openings = openingsOf(some, patterns.length)
    for (const pattern of some) patterns.push(pattern)
    return openings
  }
  const make = (language: SupportedLanguage): Rules => {
    const of = (row: { language: string }): boolean => row.language === language || row.language === '*'
    const words: Pattern<Rule>[] = []
    for (const { entry, grade, near } of tables.valence[language]) {
      const value: Rule =
        near === ''
          ? { kind: 'valence', grade, entry }
          : { kind: 'valence', grade, entry, near: awaitedAtom(near) }
      words.push(compilePattern(entry, value, atoms))
    }
    for (const { pattern, scope } of tables.negators.filter(of))
      words.push(compilePattern<Rule>(pattern, { kind: 'negator', scope }, atoms))
    for (const { pattern, kind, factor } of tables.modifiers.filter(of))
      words.push(compilePattern<Rule>(pattern, { kind: 'modifier', modifier: kind, factor }, atoms))
    const themes: Pattern<Rule>[] = []
    for (const row of tables.intents.filter(of)) themes.push(...intentPatterns(row, atoms))
    return { words: numbered(words), themes: numbered(themes) }
  }
  function awaitedAtom(alternatives: string): number {
    const atom = atoms.add(alternatives)
    atoms.awaited.add(atom)
    return atom
  }
  const [fi, sv, en] = languages.map(make) as [Rules, Rules, Rules]
  return { rules: { fi, sv, en, patterns }, atoms }
}

const split = (text: string, by: string): string[] => text.split(by).filter((part) => part.trim() !== '')

/** A row opens at its first part; the rest is looked for only where the comment has words of each part. */
function intentPatterns(row: IntentRow, atoms: AtomTable): Pattern<Rule>[] {
  const [first = '', ...rest] = split(row.pattern, ' & ')
  const later = rest.flatMap((part) => {
    const any = anyOf(part, atoms)
    return any ? [any] : []
  })
  const rule = { intent: row.intent, later, unless: anyOf(row.unless, atoms) }
  const needs = later.map((part) => [...new Set(part.map(firstAtom))])
  return split(first, ' ; ').map((opening) =>
    compilePattern<Rule>(opening.trim(), { kind: 'intent', rule }, atoms, needs),
  )
}

/** Patterns joined by ` ; `, of which any is to be met. */
function anyOf(text: string, atoms: AtomTable): readonly Pattern<true>[] | undefined {
  const patterns = split(text, ' ; ').map((part) => compilePattern<true>(part.trim(), true, atoms))
  if (patterns.length === 0) return undefined
  for (const pattern of patterns) atoms.awaited.add(firstAtom(pattern))
  return patterns
}
