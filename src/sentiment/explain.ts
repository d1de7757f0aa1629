import type { Document } from '../language/document.js'
import type { QuestionKind, SupportedLanguage } from '../types.js'
import { briefly } from './brief.js'
import type { ClauseEvidence } from './clausePolarity.js'
import type { IntentReason } from './explainIntents.js'
import { tellFeatures } from './features.js'
import { sumUp, type Weights } from './model.js'
import { COUNTED } from './traits.js'
import { shareOf } from './verdict.js'
import type { Seen, View } from './view.js'
import { first, fourth, HEADS, lower, second, third, upper } from './wordSums.js'

/** A stretch that the tables grade. */
export interface GradedReason {
  text: string
  /** As the table grades it: -4 to 4. */
  grade: number
  /** After negation, modifiers, wishes and questions; 0 where these leave nothing of it. */
  weight: number
}

/** What a word gave to praise and to blame, in log-odds: its lemma, its letters, its sense and its pairs with words before. */
export interface LearntReason {
  text: string
  praise: number
  blame: number
}

/** What is behind a polarity. */
export interface SentimentExplanation {
  /** A table of short answers decided: the rest did not count. */
  shortAnswer: boolean
  rules: { praise: number; blame: number; reasons: GradedReason[] }
  /** Log-odds to begin with, and what words and the findings of the rules gave; absent without a model. */
  learnt?: {
    bias: { praise: number; blame: number }
    rules: { praise: number; blame: number }
    reasons: LearntReason[]
  }
  /** For each intent named the sentence that spoke, and what in it; absent without learnt heads. */
  intents?: IntentReason[]
}

const round = (value: number): number => Math.round(value * 1000) / 1000

export const gradedReasons = (document: Document, clauses: readonly ClauseEvidence[]): GradedReason[] =>
  clauses.flatMap(({ hits }) =>
    hits.map(({ grade, weight, ...at }) => ({
      text: document.text.slice(
        document.tokens[at.first]?.start ?? 0,
        document.tokens[at.last - 1]?.end ?? 0,
      ),
      grade,
      weight: round(weight),
    })),
  )

/**
 * What the learnt part took from each word, as feedback and as other talk by how surely it is feedback. The parts of
 * a comment add up to its log-odds, from which and from the findings of the rules a small network reads the label.
 */
export function learntReasons(
  weights: Weights,
  document: Document,
  view: View,
  clauses: readonly ClauseEvidence[],
  sums: { positive: number; negative: number },
  question: QuestionKind,
  language: SupportedLanguage,
): NonNullable<SentimentExplanation['learnt']> {
  const { values, scale, bias } = weights
  const prediction = sumUp(weights, view, clauses, sums, question, language)
  const own = shareOf(prediction, question !== 'general', briefly(view, clauses, sums))
  const blend = (feedback: number, elsewhere: number): number => own * feedback + (1 - own) * elsewhere
  const { seen } = view
  const praise = new Float64Array(seen.length)
  const blame = new Float64Array(seen.length)
  const counted = seen.flatMap(({ traits }, i) => (traits & COUNTED ? [i] : []))
  const rules = { praise: 0, blame: 0 }
  let kind: { at: number; praise: number; blame: number; count: number }[] = []
  let words = 0
  let spelt = 0
  const bucket = (at: number): { praise: number; blame: number } => ({
    praise: blend(values[at * HEADS] as number, values[at * HEADS + 2] as number),
    blame: blend(values[at * HEADS + 1] as number, values[at * HEADS + 3] as number),
  })
  tellFeatures(
    {
      word(word: Seen, denied) {
        const packed = denied ? word.denied : word.plain
        kind.push({
          at: counted[words] as number,
          praise: blend(first(packed), third(packed)),
          blame: blend(second(packed), fourth(packed)),
          count: 1,
        })
        words += 1
      },
      pair(at, place) {
        kind.push({ at: place, ...bucket(at), count: 1 })
      },
      letters({ letters, lettersElsewhere, lettersToo }) {
        kind.push({
          at: spelt,
          praise: blend(upper(letters), upper(lettersElsewhere)),
          blame: blend(lower(letters), lower(lettersElsewhere)),
          count: lower(lettersToo),
        })
        spelt += 1
      },
      share(weight) {
        const count = kind.reduce((sum, part) => sum + part.count, 0)
        const each = (scale * weight) / Math.sqrt(Math.max(1, count))
        for (const part of kind) {
          praise[part.at] = (praise[part.at] as number) + each * part.praise
          blame[part.at] = (blame[part.at] as number) + each * part.blame
        }
        kind = []
      },
      rule(at, value) {
        const found = bucket(at)
        rules.praise += scale * value * found.praise
        rules.blame += scale * value * found.blame
      },
    },
    view,
    clauses,
    sums,
    question,
    language,
  )
  return {
    bias: {
      praise: round(blend(bias[0] as number, bias[2] as number)),
      blame: round(blend(bias[1] as number, bias[3] as number)),
    },
    rules: { praise: round(rules.praise), blame: round(rules.blame) },
    reasons: document.tokens.map(({ text }, i) => ({
      text,
      praise: round(praise[i] as number),
      blame: round(blame[i] as number),
    })),
  }
}
