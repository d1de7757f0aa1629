import type { Document } from '../language/document.js'
import type { AlertFinding, Intent, Polarity, QuestionKind, Span } from '../types.js'

/** What was felt in a stretch of a comment. */
export interface ClauseSentiment extends Span {
  label: Polarity
  score: number
}

export interface Assessment {
  /** false where nothing was said ("-", "x"). */
  substance: boolean
  label: Polarity
  /** [-1, 1] */
  score: number
  sarcasm?: true
  clauses: ClauseSentiment[]
  intents: Intent[]
  alerts: AlertFinding[]
}

export interface Assessor {
  /** Pure. `question` decides short answers: "Ei mitään" praises under `improve`. */
  assess(document: Document, question: QuestionKind): Assessment
  /** How a finding with this evidence is spoken of. */
  polarityAt(assessment: Assessment, evidence: readonly Span[]): Polarity
}

/** Words that turn what follows them in the sentence (VISK § 1615); suffix negation is in the reading's features. */
const negators = new Set(['ei', 'älä', 'ilman', 'tuskin', 'harvoin', 'inte', 'ej', 'aldrig', 'utan', 'not', 'no', 'never', 'without'])

const labelOf = (positive: number, negative: number): Polarity =>
  positive > 0 && negative > 0
    ? Math.max(positive, negative) >= 4 * Math.min(positive, negative)
      ? positive > negative
        ? 'positive'
        : 'negative'
      : 'mixed'
    : positive > 0
      ? 'positive'
      : negative > 0
        ? 'negative'
        : 'neutral'

/** Loads the valence table. */
export async function loadSentiment(): Promise<Assessor> {
  const { valence } = await import('../generated/valence.js')
  const table = new Map<string, number>()
  for (const [language, lemma, value] of valence) table.set(`${language} ${lemma}`, value)
  return {
    assess(document, question) {
      const clauses: ClauseSentiment[] = []
      let positive = 0
      let negative = 0
      let words = 0
      for (const sentence of document.sentences) {
        let plus = 0
        let minus = 0
        let turned = false
        for (let index = sentence.first; index < sentence.last; index += 1) {
          const word = document.words[index]
          if (word === undefined || document.tokens[index]?.kind !== 'word') continue
          words += 1
          if (negators.has(word.lemma)) turned = true
          const value = table.get(`${document.language.code} ${word.lemma}`) ?? 0
          const signed = turned || word.features.negative ? -value : value
          if (signed > 0) plus += signed
          else minus -= signed
        }
        positive += plus
        negative += minus
        const label = labelOf(plus, minus)
        clauses.push({ start: sentence.start, end: sentence.end, label, score: balance(plus, minus) })
      }
      const short = question === 'general' || words > 2 ? undefined : shortAnswer(document.text, question)
      const label = short ?? labelOf(positive, negative)
      return {
        substance: words > 0,
        label,
        score: short === undefined ? balance(positive, negative) : short === 'positive' ? 0.5 : -0.5,
        clauses,
        intents: label === 'positive' ? ['praise'] : label === 'negative' ? ['complaint'] : [],
        alerts: [],
      }
    },
    polarityAt(assessment, evidence) {
      const first = evidence[0]
      const clause =
        first === undefined
          ? undefined
          : assessment.clauses.find(({ start, end }) => start <= first.start && first.start < end)
      return clause?.label ?? assessment.label
    },
  }
}

const balance = (positive: number, negative: number): number => {
  const total = positive + negative
  return total === 0 ? 0 : Math.round(((positive - negative) / (total + 2)) * 1000) / 1000
}

/** "Ei mitään" and "Kaikki" mean the opposite under the two questions. */
function shortAnswer(text: string, question: 'good' | 'improve'): Polarity | undefined {
  const answer = text.toLowerCase().replace(/[^\p{L} ]/gu, '').trim()
  const nothing = ['ei mitään', 'ei mikään', 'inget', 'ingenting', 'nothing', 'none'].includes(answer)
  const all = ['kaikki', 'allt', 'everything', 'all'].includes(answer)
  if (!nothing && !all) return undefined
  return nothing === (question === 'improve') ? 'positive' : 'negative'
}
