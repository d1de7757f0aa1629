import { createDocument, type LanguageReader } from '../../src/language/index.js'
import { weighClause } from '../../src/sentiment/clausePolarity.js'
import { follow, NO_OPENING } from '../../src/sentiment/openings.js'
import { compilePattern, type Match } from '../../src/sentiment/pattern.js'
import { compileRules, type Rule } from '../../src/sentiment/rules.js'
import type { Tables } from '../../src/sentiment/tables.js'
import { createViewer, type Seen } from '../../src/sentiment/view.js'
import { type Whole, weighComment } from '../../src/sentiment/whole.js'
import type { QuestionKind, SupportedLanguage } from '../../src/types.js'

/** A row of valence, negation or modifiers, by what it compiles to. */
export interface Row {
  pattern: string
  /** Words of which one must stand near. */
  near?: string
  says: Record<string, unknown>
}

/** What the rules say of a text with and without one row, on tables that are compiled once. */
export interface Probe {
  /** Undefined where the row is not met in the text. */
  compare(
    row: Row,
    text: string,
    language: SupportedLanguage,
    question?: QuestionKind,
  ): { whole: Whole; without: Whole } | undefined
}

export function createProbe(tables: Tables, readers: Record<SupportedLanguage, LanguageReader>): Probe {
  const { rules, atoms } = compileRules(tables)
  const viewOf = createViewer(rules, atoms, tables.senses)
  return {
    compare({ pattern, near = '', says }, text, language, question = 'general') {
      const own = JSON.stringify(compilePattern(pattern, true, atoms).elements)
      const facts = Object.entries({ near: near === '' ? undefined : atoms.add(near), ...says })
      const isOwn = ({ value, pattern: met }: Match<Rule>): boolean =>
        facts.every(([key, fact]) => (value as Record<string, unknown>)[key] === fact) &&
        JSON.stringify(met.elements) === own
      const document = createDocument(text, { readers, language })
      const view = viewOf(document)
      const opened = document.clauses.map(({ first, last }) => {
        const found: Match<Rule>[] = []
        for (let i = first; i < last; i += 1) {
          const { rules: opening } = view.seen[i] as Seen
          if (opening !== NO_OPENING) follow(view, view.patterns, opening, i, found)
        }
        return found
      })
      if (!opened.some((found) => found.some(isOwn))) return undefined
      const read = (keep: (match: Match<Rule>) => boolean): Whole => {
        const used = new Array<boolean>(document.tokens.length).fill(false)
        const clauses = document.clauses.map((clause, i) =>
          weighClause(document, view, clause, (opened[i] ?? []).filter(keep), used, question),
        )
        return weighComment(view, clauses, question)
      }
      return { whole: read(() => true), without: read((match) => !isOwn(match)) }
    },
  }
}
