import { readdirSync, readFileSync } from 'node:fs'
import { randomFrom } from '../../src/categories/fit.js'
import { loadCategories } from '../../src/categories/index.js'
import { loadEnglish } from '../../src/english/index.js'
import { loadFinnish } from '../../src/finnish/index.js'
import { createDocument } from '../../src/language/index.js'
import { type Assessment, createAssessor } from '../../src/sentiment/assessor.js'
import {
  type Heard,
  MENTION_INPUTS,
  MENTION_LABELS,
  type MentionModel,
  mentionInputs,
  readMention,
  type Scores,
} from '../../src/sentiment/mentions.js'
import { learntPart, type Weights } from '../../src/sentiment/model.js'
import { readTables } from '../../src/sentiment/tables.js'
import { loadSwedish } from '../../src/swedish/index.js'
import type { Polarity, QuestionKind, Span, SupportedLanguage } from '../../src/types.js'
import { sentimentTexts } from './sentiment.js'
import { shuffled } from './sentiment-learn.js'

/** A category that is found in one of our own comments, and rightly so. */
export interface Mention {
  text: string
  language: SupportedLanguage
  category: string
  truth: Polarity
  assessment: Assessment
  evidence: readonly Span[]
  heard: Heard
}

interface Labelled {
  text: string
  language: SupportedLanguage
  question: QuestionKind
  substance: boolean
  aspects: { category: string; polarity: Polarity }[]
}

/**
 * Mentions of categories in our own comments, each comment read by the model of its fold, which had not seen it. (The
 * finder of categories has; only its places are used.) Short answers, which have their table, are left out.
 */
export async function gatherMentions(
  models: readonly Weights[],
  foldOf: (text: string) => number,
): Promise<Mention[]> {
  const readers = { fi: await loadFinnish(), sv: await loadSwedish(), en: await loadEnglish() }
  const tables = readTables(sentimentTexts())
  const assessors = models.map((weights) => createAssessor(tables, learntPart(weights)))
  const categories = await loadCategories()
  const mentions: Mention[] = []
  for (const name of readdirSync('data/comments').sort())
    for (const line of readFileSync(`data/comments/${name}`, 'utf8').split('\n').filter(Boolean)) {
      const { text, language, question, substance, aspects } = JSON.parse(line) as Labelled
      const assessor = assessors[foldOf(text)]
      if (assessor === undefined || substance === false) continue
      const document = createDocument(text, { readers, language })
      const assessment = assessor.assess(document, question)
      const heard = assessor.heardOf(assessment)
      if (heard === undefined) continue
      for (const { key, evidence } of categories.classify(document, question)) {
        const truth = aspects.find(({ category }) => category === key)?.polarity
        if (truth !== undefined)
          mentions.push({ text, language, category: key, truth, assessment, evidence, heard })
      }
    }
  return mentions
}

const ROUNDS = 30
const RATE = 0.05
const DECAY = 1e-4

/** Log-odds of praise by category, drawn to even where examples are few. */
function priorsOf(mentions: readonly Mention[]): Record<string, number> {
  const counts = new Map<string, [praised: number, blamed: number]>()
  for (const { category, truth } of mentions) {
    const found = counts.get(category) ?? [1, 1]
    if (truth === 'positive') found[0] += 1
    if (truth === 'negative') found[1] += 1
    counts.set(category, found)
  }
  return Object.fromEntries(
    [...counts]
      .sort(([x], [y]) => (x < y ? -1 : 1))
      .map(([key, [praised, blamed]]) => [key, Math.round(Math.log(praised / blamed) * 100) / 100]),
  )
}

export function learnMentions(mentions: readonly Mention[]): MentionModel {
  const priors = priorsOf(mentions)
  return { priors, known: learnScores(mentions, priors), unknown: learnScores(mentions, {}) }
}

/** Fits the three linear scores by softmax regression with AdaGrad; the few mixed mentions teach nothing. */
function learnScores(mentions: readonly Mention[], priors: Readonly<Record<string, number>>): Scores {
  const cases = mentions
    .filter(({ truth }) => truth !== 'mixed')
    .map(({ heard, assessment, evidence, category, truth }) => ({
      given: mentionInputs(heard, assessment, evidence, priors[category] ?? 0),
      goal: (MENTION_LABELS as readonly Polarity[]).indexOf(truth),
    }))
  const inputs = new Float32Array(MENTION_INPUTS * 3)
  const biases = new Float32Array(3)
  const squares = new Float32Array(MENTION_INPUTS * 3 + 3).fill(1e-3)
  const random = randomFrom(13)
  for (let round = 0; round < ROUNDS; round += 1)
    for (const index of shuffled(cases.length, random)) {
      const { given, goal } = cases[index] as (typeof cases)[number]
      const odds = [0, 1, 2].map((label) => {
        let sum = biases[label] as number
        for (let i = 0; i < MENTION_INPUTS; i += 1)
          sum += (given[i] as number) * (inputs[i * 3 + label] as number)
        return sum
      })
      const top = Math.max(...odds)
      const powers = odds.map((odd) => Math.exp(odd - top))
      const total = powers.reduce((x, y) => x + y, 0)
      for (let label = 0; label < 3; label += 1) {
        const error = (powers[label] as number) / total - (label === goal ? 1 : 0)
        for (let i = 0; i <= MENTION_INPUTS; i += 1) {
          const at = i * 3 + label
          const held = i < MENTION_INPUTS ? (inputs[at] as number) : (biases[label] as number)
          const slope = error * (i < MENTION_INPUTS ? (given[i] as number) : 1) + DECAY * held
          squares[at] = (squares[at] as number) + slope * slope
          const moved = held - (RATE * slope) / Math.sqrt(squares[at] as number)
          if (i < MENTION_INPUTS) inputs[at] = moved
          else biases[label] = moved
        }
      }
    }
  return { inputs, biases }
}

export interface MentionCount {
  n: number
  /** Read rightly. */
  right: number
  /** Read rightly without knowing the category. */
  blind: number
}

/** Mentions read by models that had not seen the comment, by language. */
export function crossMentions(
  mentions: readonly Mention[],
  folds: number,
  foldOf: (text: string) => number,
): Record<string, MentionCount> {
  const counts: Record<string, MentionCount> = {}
  for (let fold = 0; fold < folds; fold += 1) {
    const model = learnMentions(mentions.filter(({ text }) => foldOf(text) !== fold))
    for (const { text, language, heard, assessment, evidence, category, truth } of mentions) {
      if (foldOf(text) !== fold) continue
      counts[language] ??= { n: 0, right: 0, blind: 0 }
      const count = counts[language] as MentionCount
      count.n += 1
      const inputs = (prior: number) => mentionInputs(heard, assessment, evidence, prior)
      if (readMention(model.known, inputs(model.priors[category] ?? 0)) === truth) count.right += 1
      if (readMention(model.unknown, inputs(0)) === truth) count.blind += 1
    }
  }
  return counts
}
