import { readdirSync, readFileSync } from 'node:fs'
import { sentimentTexts } from '../../data/build/sentiment.js'
import { foldOf } from '../../data/build/train-sentiment.js'
import { loadEnglish } from '../../src/english/index.js'
import { loadFinnish } from '../../src/finnish/index.js'
import { createDocument } from '../../src/language/index.js'
import { createAssessor } from '../../src/sentiment/assessor.js'
import { learntPart, type Weights } from '../../src/sentiment/model.js'
import { readTables } from '../../src/sentiment/tables.js'
import { loadSwedish } from '../../src/swedish/index.js'
import type { Intent, QuestionKind, SupportedLanguage } from '../../src/types.js'

interface Labelled {
  text: string
  language: SupportedLanguage
  question: QuestionKind
  substance: boolean
  intents: Intent[]
}

/** Intents by the tables alone, of our own comments; each comment's polarity is by a model that had not seen it. */
export async function judgeIntents(
  models: readonly Weights[],
): Promise<Record<string, { hit: number; said: number; gold: number }>> {
  const readers = { fi: await loadFinnish(), sv: await loadSwedish(), en: await loadEnglish() }
  const tables = readTables(sentimentTexts())
  const assessors = models.map((weights) => createAssessor(tables, learntPart(weights)))
  const intents: Record<string, { hit: number; said: number; gold: number }> = {}
  for (const name of readdirSync('data/comments').sort())
    for (const line of readFileSync(`data/comments/${name}`, 'utf8').split('\n').filter(Boolean)) {
      const row = JSON.parse(line) as Labelled
      const assessor = assessors[foldOf(row.text)]
      if (assessor === undefined || row.substance === false) continue
      const assessment = assessor.assess(
        createDocument(row.text, { readers, language: row.language }),
        row.question,
      )
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
  return intents
}
