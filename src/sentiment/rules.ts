import type { Intent, SupportedLanguage } from '../types.js'
import { type Classes, compilePattern, indexPatterns, type Pattern, type PatternIndex } from './pattern.js'
import type { AlertRow, ModifierKind, NegatorScope, Tables } from './tables.js'

/** What a matched pattern says. */
export type Rule =
  | { kind: 'valence'; grade: number; near?: ReadonlySet<string>; nearHeads?: ReadonlySet<string> }
  | { kind: 'negator'; scope: NegatorScope }
  | { kind: 'modifier'; modifier: ModifierKind; factor: number }
  | { kind: 'intent'; intent: Intent; unless: boolean; row: number }
  | { kind: 'alert'; row: CompiledAlert; part: number }
  | { kind: 'alertDenial'; row: CompiledAlert }

export interface CompiledAlert {
  row: AlertRow
  /** How many patterns must be met. */
  parts: number
  /** One of its own patterns holds a negation, so that a negation around it does not deny it. */
  negative: boolean
}

export type RuleSet = Record<SupportedLanguage, PatternIndex<Rule>>

const languages: readonly SupportedLanguage[] = ['fi', 'sv', 'en']
const negativeWords =
  /(^|[ |?])(ei|en|eivät|eikä|ettei|ilman|inte|ingen|inga|inget|utan|aldrig|not|no|never|without|n't|nobody|ingenting)([ |]|$)/

/** Compiles the tables, one index a language; rows of language `*` go to all three. */
export function compileRules(tables: Tables): RuleSet {
  const alerts = new Map(tables.alerts.map((row) => [row, compileAlert(row)]))
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
    tables.intents.forEach((row, number) => {
      if (!of(row)) return
      const rule = (unless: boolean): Rule => ({ kind: 'intent', intent: row.intent, unless, row: number })
      patterns.push(compilePattern(row.pattern, rule(false), classes))
      for (const text of split(row.unless, ' ; ')) patterns.push(compilePattern(text, rule(true), classes))
    })
    for (const row of tables.alerts.filter(of)) {
      const compiled = alerts.get(row) as CompiledAlert
      split(row.pattern, ' & ').forEach((text, part) => {
        patterns.push(compilePattern<Rule>(text, { kind: 'alert', row: compiled, part }, classes))
      })
      for (const text of split(row.unless, ' ; '))
        patterns.push(compilePattern<Rule>(text, { kind: 'alertDenial', row: compiled }, classes))
    }
    return indexPatterns(patterns)
  }
  return Object.fromEntries(languages.map((language) => [language, make(language)])) as RuleSet
}

const split = (text: string, by: string): string[] => text.split(by).filter((part) => part.trim() !== '')

const compileAlert = (row: AlertRow): CompiledAlert => ({
  row,
  parts: split(row.pattern, ' & ').length,
  negative: negativeWords.test(row.pattern),
})

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
