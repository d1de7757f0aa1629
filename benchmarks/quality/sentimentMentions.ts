import { readdirSync, readFileSync } from 'node:fs'
import { sentimentTexts } from '../../data/build/sentiment.js'
import { foldOf } from '../../data/build/train-sentiment.js'
import { loadCategories } from '../../src/categories/index.js'
import { loadEnglish } from '../../src/english/index.js'
import { loadFinnish } from '../../src/finnish/index.js'
import { createDocument } from '../../src/language/index.js'
import { createAssessor } from '../../src/sentiment/assessor.js'
import { learntPart, type Weights } from '../../src/sentiment/model.js'
import { readTables } from '../../src/sentiment/tables.js'
import { loadSwedish } from '../../src/swedish/index.js'
import type { Intent, Polarity, QuestionKind, SupportedLanguage } from '../../src/types.js'

interface Labelled {
  text: string
  language: SupportedLanguage
  question: QuestionKind
  substance: boolean
  aspects: { category: string; polarity: Polarity }[]
  intents: Intent[]
}

/**
 * Polarity of the category mentions that are found and rightly so, and intents, of our own comments; each comment is
 * judged by the model of its fold, which had not seen it. (The finder of categories has; only its places are used.)
 */
export async function judgeMentions(models: readonly Weights[]): Promise<{
  mentions: Record<string, { right: number; n: number }>
  intents: Record<string, { hit: number; said: number; gold: number }>
}> {
  const readers = { fi: await loadFinnish(), sv: await loadSwedish(), en: await loadEnglish() }
  const tables = readTables(sentimentTexts())
  const assessors = models.map((weights) => createAssessor(tables, learntPart(weights)))
  const categories = await loadCategories()
  const mentions: Record<string, { right: number; n: number }> = {}
  const intents: Record<string, { hit: number; said: number; gold: number }> = {}
  for (const name of readdirSync('data/comments').sort())
    for (const line of readFileSync(`data/comments/${name}`, 'utf8').split('\n').filter(Boolean)) {
      const row = JSON.parse(line) as Labelled
      const assessor = assessors[foldOf(row.text)]
      if (assessor === undefined || row.substance === false) continue
      const document = createDocument(row.text, { readers, language: row.language })
      const assessment = assessor.assess(document, row.question)
      mentions[row.language] ??= { right: 0, n: 0 }
      const count = mentions[row.language] as { right: number; n: number }
      for (const { key, evidence } of categories.classify(document, row.question)) {
        const truth = row.aspects.find(({ category }) => category === key)
        if (truth === undefined) continue
        count.n += 1
        if (assessor.polarityAt(assessment, evidence) === truth.polarity) count.right += 1
      }
      for (const intent of new Set([...row.intents, ...assessment.intents])) {
        intents[intent] ??= { hit: 0, said: 0, gold: 0 }
        const found = intents[intent] as { hit: number; said: number; gold: number }
        const gold = row.intents.includes(intent)
        const said = assessment.intents.includes(intent)
        if (gold) found.gold += 1
        if (said) found.said += 1
        if (gold && said) found.hit += 1
      }
    }
  return { mentions, intents }
}
