import type { Intent, SupportedLanguage } from '../types.js'
import { type AtomTable, createAtoms } from './atoms.js'
import { compilePattern, indexPatterns, type Pattern, type PatternIndex } from './pattern.js'
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
  later: readonly PatternIndex<true>[]
  unless: PatternIndex<true> | undefined
}

/** Patterns of one language: those that weigh a clause, and those of intents. */
export interface Rules {
  words: PatternIndex<Rule>
  themes: PatternIndex<Rule>
}

export type RuleSet = Record<SupportedLanguage, Rules>

const languages: readonly SupportedLanguage[] = ['fi', 'sv', 'en']

/** Compiles the tables, one set a language; rows of language `*` go to all three. */
export function compileRules(tables: Tables): { rules: RuleSet; atoms: AtomTable } {
  const atoms = createAtoms(tables.classes)
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
    return { words: indexPatterns(words), themes: indexPatterns(themes) }
  }
  function awaitedAtom(alternatives: string): number {
    const atom = atoms.add(alternatives)
    atoms.awaited.add(atom)
    return atom
  }
  const [fi, sv, en] = languages.map(make) as [Rules, Rules, Rules]
  return { rules: { fi, sv, en }, atoms }
}

const split = (text: string, by: string): string[] => text.split(by).filter((part) => part.trim() !== '')

/** A row opens at its first part; the rest is looked for only where the comment has words of each part. */
function intentPatterns(row: IntentRow, atoms: AtomTable): Pattern<Rule>[] {
  const [first = '', ...rest] = split(row.pattern, ' & ')
  const later = rest.flatMap((part) => anyOf(part, atoms) ?? [])
  const rule = { intent: row.intent, later, unless: anyOf(row.unless, atoms) }
  const needs = later.map((part) => part.atoms)
  return split(first, ' ; ').map((opening) =>
    compilePattern<Rule>(opening.trim(), { kind: 'intent', rule }, atoms, needs),
  )
}

/** Patterns joined by ` ; `, as one index that tells whether any is met. */
function anyOf(text: string, atoms: AtomTable): PatternIndex<true> | undefined {
  const patterns = split(text, ' ; ').map((part) => compilePattern<true>(part.trim(), true, atoms))
  if (patterns.length === 0) return undefined
  const index = indexPatterns(patterns)
  for (const atom of index.atoms) atoms.awaited.add(atom)
  return index
}
