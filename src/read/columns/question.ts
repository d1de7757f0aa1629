import questions from '../../../data/columns/questions.json'
import type { QuestionKind } from '../../types.js'
import { anyPhrase, questionWords } from './text.js'

interface KindPatterns {
  good: RegExp
  improve: RegExp
}

let patterns: KindPatterns | undefined

function kindPatterns(): KindPatterns {
  patterns ??= { good: anyPhrase(questions.good), improve: anyPhrase(questions.improve) }
  return patterns
}

/**
 * What an open question asks for, from the text of its header: what was good, what should improve, or
 * anything at all. A header that asks for both ("Risut ja ruusut", "satisfied and/or dissatisfied") is general.
 *
 * @example
 * questionKind('Mitä voisimme parantaa?') // 'improve'
 */
export function questionKind(text: string): QuestionKind {
  const plain = text.trim().toLowerCase()
  if (plain === 'good' || plain === 'improve' || plain === 'general') return plain
  const words = questionWords(text)
  const { good, improve } = kindPatterns()
  const asksGood = good.test(words)
  const asksImprove = improve.test(words)
  if (asksGood === asksImprove) return 'general'
  return asksGood ? 'good' : 'improve'
}
