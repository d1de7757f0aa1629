import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { loadEnglish } from '../../src/english/index.js'
import { loadFinnish } from '../../src/finnish/index.js'
import { createDocument } from '../../src/language/index.js'
import { createAssessor } from '../../src/sentiment/assessor.js'
import { type Brief, briefly } from '../../src/sentiment/brief.js'
import { type Features, listClauseFeatures, listFeatures } from '../../src/sentiment/features.js'
import { readTables } from '../../src/sentiment/tables.js'
import { findInputs } from '../../src/sentiment/verdict.js'
import type { Whole } from '../../src/sentiment/whole.js'
import { loadSwedish } from '../../src/swedish/index.js'
import type { Polarity, QuestionKind, SupportedLanguage } from '../../src/types.js'
import { sentimentTexts } from './sentiment.js'

/** A text with its label; `weight` is how much it counts in training. */
export interface Example {
  source: 'own' | 'pairs' | 'forum' | 'subtitles' | 'care'
  text: string
  language: SupportedLanguage
  question: QuestionKind
  label: Polarity
  /** Middle of a five-point scale: neutral or mixed, nobody knows which. */
  middle: boolean
  weight: number
  /** Phenomenon of a minimal pair; file of a comment. */
  kind?: string
}

export interface Prepared extends Example {
  features: Features
  /** Of each clause, its words alone. */
  clauses: Features[]
  /** What the rules alone say. */
  rules: Whole
  /** Of the network that reads the label, without what was learnt. */
  inputs: number[]
  brief: Brief
}

export interface Source {
  file: string
  lines: number
  sha256: string
}

const asked: Record<string, QuestionKind> = {
  what_good: 'good',
  could_improve: 'improve',
  nonspecific: 'general',
}

/** Minimal pairs that were written for learning; those of test/golden are learnt from too, those of test/golden/sentiment/fresh never. */
const PAIRS = 'data/sentiment/pairs'

/** Subtitles are film talk whose labels were derived from emotions: they count for little. */
const WEIGHTS = { own: 1, pairs: 0.75, forum: 1, subtitles: 0.1, care: 1 } as const

/** Our own comments (those with categories, and those for polarity alone) and minimal pairs, and in the folders given `finnsentiment.train.tsv`, `xed_fi.train.tsv`, `care_comments_en.train.jsonl`. */
export function readCorpus(folders: readonly string[]): { examples: Example[]; sources: Source[] } {
  const examples: Example[] = []
  const sources: Source[] = []
  const open = (path: string, name: string): string[] => {
    const bytes = readFileSync(path)
    const lines = bytes.toString('utf8').split('\n').filter(Boolean)
    sources.push({
      file: name,
      lines: lines.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
    return lines
  }
  for (const folder of ['data/comments', 'data/sentiment/comments'])
    for (const name of readdirSync(folder).sort()) {
      if (!name.endsWith('.jsonl')) continue
      for (const line of open(`${folder}/${name}`, name)) {
        const row = JSON.parse(line)
        if (row.substance === false) continue
        examples.push({
          source: 'own',
          text: row.text,
          language: row.language,
          question: row.question,
          label: row.sentiment,
          middle: false,
          weight: WEIGHTS.own,
          kind: `${folder}/${name}`,
        })
      }
    }
  const pairs = readdirSync(PAIRS).map((name) => `${PAIRS}/${name}`)
  const lines = [...pairs.sort(), 'test/golden/sentiment/minimal-pairs.fi.jsonl'].flatMap((path) =>
    open(path, basename(path)),
  )
  for (const line of lines) {
    const row = JSON.parse(line)
    for (const [text, label] of [
      [row.a, row.polarity_a],
      [row.b, row.polarity_b],
    ])
      examples.push({
        source: 'pairs',
        text,
        language: row.language ?? 'fi',
        question: 'general',
        label,
        middle: false,
        weight: WEIGHTS.pairs,
        kind: row.phenomenon,
      })
  }
  const tsv = (path: string, name: string, source: 'forum' | 'subtitles'): void => {
    for (const line of open(path, name).slice(1)) {
      const [label = '', text = ''] = line.split('\t')
      examples.push({
        source,
        text,
        language: 'fi',
        question: 'general',
        label: label as Polarity,
        middle: false,
        weight: WEIGHTS[source],
      })
    }
  }
  for (const folder of folders) {
    const at = (name: string): string | undefined => {
      const path = join(folder, name)
      return existsSync(path) ? path : undefined
    }
    const forum = at('finnsentiment.train.tsv')
    if (forum) tsv(forum, 'finnsentiment.train.tsv', 'forum')
    const subtitles = at('xed_fi.train.tsv')
    if (subtitles) tsv(subtitles, 'xed_fi.train.tsv', 'subtitles')
    const care = at('care_comments_en.train.jsonl')
    if (care)
      for (const line of open(care, 'care_comments_en.train.jsonl')) {
        const row = JSON.parse(line)
        if (row.sentiment === null) continue
        examples.push({
          source: 'care',
          text: row.text,
          language: 'en',
          question: asked[row.question] ?? 'general',
          label: row.sentiment <= 2 ? 'positive' : row.sentiment >= 4 ? 'negative' : 'neutral',
          middle: row.sentiment === 3,
          weight: WEIGHTS.care,
        })
      }
  }
  return { examples, sources }
}

/** Reads every example as the program does, once. */
export async function prepare(examples: readonly Example[]): Promise<Prepared[]> {
  const readers = { fi: await loadFinnish(), sv: await loadSwedish(), en: await loadEnglish() }
  const assessor = createAssessor(readTables(sentimentTexts()))
  return examples.map((example) => {
    const document = createDocument(example.text, { readers, language: example.language })
    const { view, clauses, whole } = assessor.reading(document, example.question)
    const brief = briefly(view, clauses, whole)
    return {
      ...example,
      features: listFeatures(view, clauses, whole, example.question, example.language),
      clauses: clauses.map((found) => listClauseFeatures(view, found)),
      rules: whole,
      brief,
      inputs: findInputs(view, clauses, whole, brief, example.question, example.language),
    }
  })
}
