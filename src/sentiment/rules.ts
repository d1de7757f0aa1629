import type { Intent, SupportedLanguage } from '../types.js'
import { type Classes, compilePattern, indexPatterns, type Pattern, type PatternIndex } from './pattern.js'
import type { AlertRow, ModifierKind, NegatorScope, Tables } from './tables.js'

/** What a matched pattern says. */
export type Rule =
  | { kind: 'valence'; grade: number; near?: ReadonlySet<string>; nearHeads?: ReadonlySet<string> }
  | { kind: 'negator'; scope: NegatorScope }
  | { kind: 'modifier'; modifier: ModifierKind; factor: number }
  | { kind: 'intent'; rule: CompiledIntent }
  | { kind: 'alert'; rule: CompiledAlert }

export interface CompiledIntent {
  intent: Intent
  unless: PatternIndex<true> | undefined
}

/** What stands for "something is blamed there" among the parts of an alert. */
export const BLAME = '<blame>'

export interface CompiledAlert {
  row: AlertRow
  /** The parts after the first, to be met in the same sentence or the next. */
  others: readonly (PatternIndex<true> | typeof BLAME)[]
  unless: PatternIndex<true> | undefined
  /** One of its own patterns holds a negation, so that a negation around it does not deny it. */
  negative: boolean
}

export type RuleSet = Record<SupportedLanguage, PatternIndex<Rule>>

const languages: readonly SupportedLanguage[] = ['fi', 'sv', 'en']
const negativeWords =
  /(^|[ |?])(ei|en|eivät|eikä|ettei|ilman|inte|ingen|inga|inget|utan|aldrig|not|no|never|without|n't|nobody|ingenting)([ |]|$)/

/** Compiles the tables, one index a language; rows of language `*` go to all three. */
export function compileRules(tables: Tables): RuleSet {
  const make = (language: SupportedLanguage): PatternIndex<Rule> => {
    const { classes } = tables
    const patterns: Pattern<Rule>[] = []
    const of = (row: { language: string }): boolean => row.language === language || row.language === '*'
    for (const { entry, grade, near } of tables.valence[language])
      patterns.push(compilePattern(entry, valenceRule(grade, near, classes), classes))
    for (const row of tables.negators.filter(of))
      patterns.push(compilePattern(row.pattern, { kind: 'negator', scope: row.scope }, classes))
    for (const row of tables.modifiers.filter(of))
      patterns.push(
        compilePattern(row.pattern, { kind: 'modifier', modifier: row.kind, factor: row.factor }, classes),
      )
    for (const row of tables.intents.filter(of))
      patterns.push(
        compilePattern<Rule>(
          row.pattern,
          { kind: 'intent', rule: { intent: row.intent, unless: anyOf(row.unless, classes) } },
          classes,
        ),
      )
    for (const row of tables.alerts.filter(of)) {
      const [first = '', ...others] = split(row.pattern, ' & ')
      const rule: CompiledAlert = {
        row,
        others: others.map((part) => (part.trim() === BLAME ? BLAME : (anyOf(part, classes) ?? BLAME))),
        unless: anyOf(row.unless, classes),
        negative: negativeWords.test(row.pattern),
      }
      for (const opening of split(first, ' ; '))
        patterns.push(compilePattern<Rule>(opening.trim(), { kind: 'alert', rule }, classes))
    }
    return indexPatterns(patterns)
  }
  return Object.fromEntries(languages.map((language) => [language, make(language)])) as RuleSet
}

const split = (text: string, by: string): string[] => text.split(by).filter((part) => part.trim() !== '')

/** Patterns joined by ` ; `, as one index that tells whether any is met. */
function anyOf(text: string, classes: Classes): PatternIndex<true> | undefined {
  const patterns = split(text, ' ; ').map((part) => compilePattern<true>(part.trim(), true, classes))
  return patterns.length === 0 ? undefined : indexPatterns(patterns)
}

function valenceRule(grade: number, near: string, classes: Classes): Rule {
  if (near === '') return { kind: 'valence', grade }
  const words = new Set<string>()
  const heads = new Set<string>()
  const add = (name: string): void => {
    if (name.length > 1 && name[0] === '@') for (const member of classes.get(name.slice(1)) ?? []) add(member)
    else if (name.length > 1 && name[0] === '*') heads.add(name.slice(1))
    else words.add(name)
  }
  for (const name of near.split('|')) add(name)
  return { kind: 'valence', grade, near: words, nearHeads: heads }
}
