import { wilsonInterval } from '../statistics/index.js'
import type {
  Analysis,
  Comment,
  Intent,
  Locale,
  OwnerKey,
  Polarity,
  QuestionKind,
  Response,
} from '../types.js'
import type { AlertResult, Quote, SurveyResult, ThemeResult } from './result.js'

/** A comment with what was found in it; `shown` is its text as it may be shown. */
export interface ReadComment {
  comment: Comment
  analysis: Analysis
  shown: string
  /** Speaks of somebody's health or life beside personal data: counted, but never quoted. */
  sensitive?: true
}

/** Names of categories and their domains, from the taxonomy. */
export interface ThemeNames {
  categories: readonly { key: string; domain: string; names: Record<Locale, string> }[]
}

/** At most this many alerts are listed; all are counted. */
const alertLimit = 2000
/** Candidates for quotes kept of each theme, polarity and service. */
const quotesKept = 2
const quotesShown = 12
const quoteLength = { min: 25, max: 280 }

type Tally = Record<Polarity, number>
const emptyTally = (): Tally => ({ positive: 0, negative: 0, neutral: 0, mixed: 0 })

interface Candidate extends Quote {
  confidence: number
  order: number
}

/** Counts themes, tone, owners, intents and alerts respondent by respondent, and keeps candidates for quotes. */
export function createThemeTallies() {
  const themes = new Map<string, Tally>()
  const sentiment = emptyTally()
  const languages = new Map<string, number>()
  const owners = new Map<OwnerKey, number>()
  const intents = new Map<Intent, number>()
  const alerts: AlertResult[] = []
  const groupSizes = new Map<string, number>()
  const candidates = new Map<string, Candidate[]>()
  let total = 0
  let withSubstance = 0
  let respondents = 0
  let uncategorized = 0
  let order = 0

  function add(response: Response, comments: readonly ReadComment[]): void {
    const group = response.service ?? response.unitName ?? response.unit ?? ''
    groupSizes.set(group, (groupSizes.get(group) ?? 0) + 1)
    const spoken = new Map<string, Set<Polarity>>()
    let said = false
    for (const { comment, analysis, shown, sensitive } of comments) {
      total += 1
      if (!analysis.substance) continue
      said = true
      withSubstance += 1
      sentiment[analysis.sentiment.label] += 1
      count(languages, analysis.language.code)
      for (const { key, share } of analysis.owners) owners.set(key, (owners.get(key) ?? 0) + share)
      for (const intent of analysis.intents) count(intents, intent)
      if (analysis.categories.length === 0) uncategorized += 1
      for (const { key, polarity } of analysis.categories) {
        const set = spoken.get(key) ?? new Set<Polarity>()
        set.add(polarity)
        spoken.set(key, set)
      }
      for (const { key, level } of analysis.alerts)
        if (alerts.length < alertLimit)
          alerts.push({ key, level, file: response.file, row: response.row, column: comment.column })
      if (analysis.alerts.length === 0 && sensitive !== true)
        offerQuote(comment.question, analysis, shown, group)
    }
    if (said) respondents += 1
    for (const [key, polarities] of spoken) {
      const tally = themes.get(key) ?? emptyTally()
      tally[joined(polarities)] += 1
      themes.set(key, tally)
    }
  }

  function offerQuote(question: QuestionKind, analysis: Analysis, text: string, group: string): void {
    const best = analysis.categories[0]
    order += 1
    if (best === undefined || text.length < quoteLength.min || text.length > quoteLength.max) return
    const slot = `${group}\u0000${best.key}\u0000${analysis.sentiment.label}`
    const list = candidates.get(slot) ?? []
    list.push({
      text,
      language: analysis.language.code,
      polarity: analysis.sentiment.label,
      question,
      service: group === '' ? null : group,
      themes: analysis.categories.map(({ key }) => key),
      confidence: best.confidence,
      order,
    })
    list.sort((a, b) => b.confidence - a.confidence || a.order - b.order)
    candidates.set(slot, list.slice(0, quotesKept))
  }

  /** The most spoken themes first; within them both signs, from different services where there are some. */
  function quotes(ranked: readonly ThemeResult[], minimumQuoteGroup: number): Quote[] {
    const usable = [...candidates.values()]
      .flat()
      .filter((candidate) => (groupSizes.get(candidate.service ?? '') ?? 0) >= minimumQuoteGroup)
      .sort((a, b) => b.confidence - a.confidence || a.order - b.order)
    const chosen: Candidate[] = []
    for (const theme of ranked)
      for (const polarity of ['negative', 'positive', 'mixed'] as const) {
        if (chosen.length >= quotesShown) break
        const next = usable.find(
          (candidate) =>
            candidate.polarity === polarity &&
            candidate.themes[0] === theme.key &&
            !chosen.includes(candidate),
        )
        if (next !== undefined) chosen.push(next)
      }
    return chosen.map(({ confidence: _confidence, order: _order, ...quote }) => quote)
  }

  function finish(
    names: ThemeNames,
    options: { level: number; minimumGroup: number; minimumQuoteGroup: number },
  ): Pick<SurveyResult, 'comments' | 'themes' | 'owners' | 'intents' | 'alerts' | 'quotes'> {
    // What three people wrote of is not told apart from who wrote it; alerts are never hidden.
    const hidden = respondents < options.minimumGroup
    const results = (hidden ? [] : names.categories)
      .flatMap(({ key, domain, names: name }): ThemeResult[] => {
        const tally = themes.get(key)
        if (tally === undefined) return []
        const n = tally.positive + tally.negative + tally.neutral + tally.mixed
        const interval = {
          ...wilsonInterval(n, respondents, options.level),
          level: options.level,
          method: 'wilson',
        }
        return [{ key, names: name, domain, respondents: n, ...tally, share: n / respondents, interval }]
      })
      .sort((a, b) => b.respondents - a.respondents || (a.key < b.key ? -1 : 1))
    const shareOwners = [...owners].reduce((sum, [, share]) => sum + share, 0)
    return {
      comments: {
        total,
        withSubstance,
        respondents,
        sentiment: hidden ? null : sentiment,
        languages: (hidden ? [] : ranked(languages)).map(([code, n]) => ({ code, count: n })),
        uncategorized: hidden ? null : uncategorized,
      },
      themes: results,
      owners: (hidden ? [] : ranked(owners)).map(([key, share]) => ({ key, share: share / shareOwners })),
      intents: (hidden ? [] : ranked(intents)).map(([key, n]) => ({ key, count: n })),
      alerts,
      quotes: quotes(results, options.minimumQuoteGroup),
    }
  }

  return { add, finish }
}

function joined(polarities: ReadonlySet<Polarity>): Polarity {
  if (polarities.has('mixed') || (polarities.has('positive') && polarities.has('negative'))) return 'mixed'
  if (polarities.has('negative')) return 'negative'
  return polarities.has('positive') ? 'positive' : 'neutral'
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function ranked<Key extends string>(counts: ReadonlyMap<Key, number>): [Key, number][] {
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
}
