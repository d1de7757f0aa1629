import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { sentimentTexts } from '../../data/build/sentiment.js'
import { loadEnglish } from '../../src/english/index.js'
import { loadFinnish } from '../../src/finnish/index.js'
import { createDocument, type LanguageReader } from '../../src/language/index.js'
import {
  type Assessment,
  type Assessor,
  createAssessor,
  readTables,
  type Tables,
} from '../../src/sentiment/index.js'
import { compilePattern, follow, type Match } from '../../src/sentiment/pattern.js'
import { compileRules, type Rule } from '../../src/sentiment/rules.js'
import { createViewer } from '../../src/sentiment/view.js'
import { loadSwedish } from '../../src/swedish/index.js'
import type { QuestionKind, SupportedLanguage } from '../../src/types.js'

const tables = readTables(sentimentTexts((name) => readFileSync(`data/sentiment/${name}.tsv`, 'utf8')))
let readers: Record<SupportedLanguage, LanguageReader>

beforeAll(async () => {
  readers = { fi: await loadFinnish(), sv: await loadSwedish(), en: await loadEnglish() }
})

const languageOf = (code: string): SupportedLanguage => (code === 'sv' || code === 'en' ? code : 'fi')

function reading(changed: Tables, text: string, language: string, question: QuestionKind = 'general') {
  return assessBy(createAssessor(changed), text, language, question)
}

function assessBy(
  assessor: Assessor,
  text: string,
  language: string,
  question: QuestionKind = 'general',
): Assessment {
  const document = createDocument(text, { readers, language: languageOf(language) })
  return assessor.assess(document, question)
}

/** Single words only, so that no phrase does the work of the row under test. */
const plain: Tables['valence'] = {
  fi: tables.valence.fi.filter(({ entry }) => !entry.includes(' ')),
  sv: tables.valence.sv.filter(({ entry }) => !entry.includes(' ')),
  en: tables.valence.en.filter(({ entry }) => !entry.includes(' ')),
}

/** A table of one row and nothing else of its kind: what the row does by itself. */
const only = (change: Partial<Tables>): Tables => ({ ...tables, ...change })

describe('every intent row', () => {
  test.each(tables.intents.map((row, number) => [`${number + 2} ${row.intent}`, row] as const))(
    'row %s finds its intent',
    (_, row) => {
      const found = reading(only({ intents: [row] }), row.example, row.language).intents
      expect(found).toContain(row.intent)
      expect(reading(only({ intents: [] }), row.example, row.language).intents).not.toContain(row.intent)
    },
  )
})

describe('every short answer', () => {
  test.each(tables.shortAnswers.map((row, number) => [`${number + 2} ${row.example}`, row] as const))(
    'row %s answers under each question',
    (_, row) => {
      for (const question of ['good', 'improve', 'general'] as const) {
        const found = reading(only({ shortAnswers: [row] }), row.example, row.language, question)
        expect([question, found.substance]).toEqual([question, row[question] !== '-'])
        expect(found.label).toBe(row[question] === '-' ? 'neutral' : row[question])
      }
    },
  )
})

describe('negators and modifiers', () => {
  test.each(tables.negators.map((row) => [row.example, row] as const))('%s', (example, row) => {
    const score = (negators: Tables['negators']) =>
      reading(only({ negators, shortAnswers: [], valence: plain }), example, row.language).score
    expect(score([row])).not.toBe(score([]))
  })

  test.each(tables.modifiers.map((row) => [row.example, row] as const))('%s', (example, row) => {
    const asked: QuestionKind = row.kind === 'wish' ? 'improve' : 'general'
    const score = (modifiers: Tables['modifiers']) =>
      reading(only({ modifiers, shortAnswers: [], valence: plain }), example, row.language, asked).score
    expect(score([row])).not.toBe(score([]))
  })
})

describe('valence', () => {
  test.each(['fi', 'sv', 'en'] as const)('every %s entry is graded once, from -4 to 4', (language) => {
    const seen = new Set<string>()
    for (const { entry, grade, near } of tables.valence[language]) {
      expect(Number.isInteger(grade) && Math.abs(grade) <= 4, entry).toBe(true)
      const key = `${entry}\t${near}`
      expect(seen.has(key), key).toBe(false)
      seen.add(key)
    }
  })

  /** A text that an entry describes: the first alternative of each place. */
  const spelled = (entry: string): string => {
    const pieces = entry.split(' ').filter((piece) => !/^~\d+$/.test(piece) && !/^!./.test(piece))
    return pieces.map((piece) => spelledPiece(piece.replace(/^\?(?=.)/, ''))).join(' ')
  }
  const spelledPiece = (piece: string): string => {
    const name = piece.split('|')[0] as string
    if (name.length > 1 && name.startsWith('@'))
      return spelledPiece(tables.classes.get(name.slice(1))?.[0] ?? '')
    if (name === '#') return '7'
    return name.length > 1 ? name.replace(/^[=*]/, '').replace(/\*$/, '') : name
  }

  test('every entry of several words is met by a text of its words', () => {
    const { rules, atoms } = compileRules(tables)
    const viewer = createViewer(rules, atoms)
    for (const language of ['fi', 'sv', 'en'] as const) {
      const rows = tables.valence[language].filter(({ entry }) => entry.includes(' '))
      const missed = rows.filter(({ entry }) => {
        const document = createDocument(spelled(entry), { readers, language })
        const view = viewer(document)
        const found: Match<Rule>[] = []
        view.seen.forEach(({ rules: opening }, i) => {
          if (opening) follow(opening, view, i, view.ends[i] as number, found)
        })
        const own = JSON.stringify(compilePattern(entry, true, atoms).elements)
        return !found.some(({ pattern }) => JSON.stringify(pattern.elements) === own)
      })
      expect(
        missed.map(({ entry }) => entry),
        language,
      ).toEqual([])
    }
  })

  test('single words carry their sign by themselves', () => {
    for (const language of ['fi', 'sv', 'en'] as const) {
      const assessor = createAssessor({ ...tables, shortAnswers: [] })
      const single = tables.valence[language].filter(
        ({ entry, near, grade }) => /^[\p{L}-]+$/u.test(entry) && near === '' && Math.abs(grade) >= 2,
      )
      const wrong = single.filter(
        ({ entry, grade }) => Math.sign(assessBy(assessor, entry, language).score) !== Math.sign(grade),
      )
      expect(
        wrong.length / single.length,
        `${language}: ${wrong.map(({ entry }) => entry).join(' ')}`,
      ).toBeLessThan(0.03)
    }
  })
})
