import type { RegionScore, Scheme, Warning } from '../../aggregate/index.js'
import type { Locale } from '../../types.js'
import { formatFigure, formatInterval } from '../figures.js'
import { decimalsFor, formatNumber, formatPercent } from '../format.js'
import { fill } from '../messages/index.js'
import { en } from './regionEn.js'
import { fi } from './regionFi.js'
import type { RegionMessages } from './regionMessages.js'
import { sv } from './regionSv.js'

const regionMessages: Record<Locale, RegionMessages> = { fi, sv, en }

interface Words {
  messages: RegionMessages
  locale: Locale
  figure: (value: number) => string
  count: (value: number) => string
  percent: (share: number) => string
}

function wordsOf(score: RegionScore, locale: Locale): Words {
  const { metric } = score
  return {
    messages: regionMessages[locale],
    locale,
    figure: (value) => formatFigure(metric, value, score.interval, locale),
    count: (value) => formatNumber(value, 0, locale),
    percent: (share) => formatPercent(share, 0, locale),
  }
}

/** 95 %, 99.9 %: as many decimals as the level has. */
function levelText(level: number, locale: Locale): string {
  const decimals = [0, 1, 2].find((d) => Math.abs(level * 100 - Number((level * 100).toFixed(d))) < 1e-9) ?? 3
  return formatPercent(level, decimals, locale)
}

function headline(score: RegionScore, words: Words): string {
  const { messages, locale } = words
  const name = messages.metric[score.metric]
  if (score.value === null)
    return fill(messages.none[score.reason ?? 'no_answers'], {
      name,
      limit: score.suppressBelow,
      coverage: words.percent(score.coverage.volume ?? score.coverage.units),
    })
  const { interval } = score
  const part = { name, value: words.figure(score.value) }
  if (interval === null) return fill(messages.headlineAlone, part)
  return fill(messages.headline, {
    ...part,
    level: levelText(interval.level, locale),
    interval: formatInterval(score.metric, interval, locale),
  })
}

function schemeText(scheme: Scheme, score: RegionScore, words: Words): string {
  const { messages } = words
  const level = score.services.length > 0 ? 'service' : 'unit'
  // A flat cap holds for units, that of the balanced scheme for services.
  const capped = typeof scheme === 'object' && scheme.kind === 'capped' ? 'unit' : level
  const cap = score.cap === null ? '' : fill(messages.cap[capped], { cap: words.percent(score.cap) })
  if (typeof scheme === 'string') return fill(messages.scheme[scheme][level], { cap })
  if (scheme.kind === 'hierarchical' && scheme.within === 'equal' && scheme.between === 'equal')
    return messages.scheme.equalServices[level]
  if (scheme.kind === 'power')
    return fill(messages.scheme.power[level], {
      exponent: formatNumber(scheme.exponent, decimalsFor({ low: 0, high: 0.1 }, 2), words.locale),
    })
  if (scheme.kind === 'raked')
    return fill(messages.scheme.raked[level], { margins: Object.keys(scheme.margins).join(', ') })
  return fill(messages.scheme[scheme.kind][level], { cap })
}

/** The service that answered most: how much of the answers it gave, and how much of the weight it has. */
function largestText(score: RegionScore, words: Words): string {
  const row = score.largest?.answers
  if (row === undefined || (row.level === 'service' ? score.services.length : score.units.length) < 2)
    return ''
  return fill(words.messages.largest[row.level], {
    name: row.name,
    answers: words.percent(row.shareOfAnswers),
    weight: words.percent(row.weight),
  })
}

/** What the same answers would give under other weights. */
function alternativesText(score: RegionScore, words: Words): string {
  const { messages } = words
  const name = messages.metric[score.metric]
  const pooled = score.scheme === 'pooled' ? null : score.alternatives.pooled.value
  const volume = score.scheme === 'volume' ? null : score.alternatives.volume.value
  if (pooled !== null && volume !== null)
    return fill(messages.alternatives.both, {
      name,
      pooled: words.figure(pooled),
      volume: words.figure(volume),
    })
  if (pooled !== null) return fill(messages.alternatives.pooled, { name, pooled: words.figure(pooled) })
  if (volume !== null) return fill(messages.alternatives.volume, { name, volume: words.figure(volume) })
  return ''
}

function numberWord(count: number, words: Words): string {
  return words.messages.numbers[count - 1] ?? words.count(count)
}

function capitalized(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

function suppressedText(score: RegionScore, words: Words): string[] {
  const units = score.suppressed.filter((row) => row.level === 'unit')
  const few = units.filter((row) => row.reason === 'few').length
  const others = units.length - few
  const { messages } = words
  const text = (message: Record<'one' | 'many', string>, count: number) =>
    fill(count === 1 ? message.one : message.many, {
      count: numberWord(count, words),
      limit: score.suppressBelow,
    })
  const sentences = [
    few > 0 ? text(messages.few, few) : '',
    others > 0 ? text(messages.complementary, others) : '',
  ]
  return sentences.map(capitalized)
}

/**
 * A warning of a region figure in a sentence.
 *
 * @example explainWarning({ code: 'no_volumes', params: {} }, score, 'en')
 */
export function explainWarning(warning: Warning, score: RegionScore, locale: Locale): string {
  const words = wordsOf(score, locale)
  const { code, params } = warning
  const text: Record<string, string> = {}
  for (const [key, value] of Object.entries(params))
    text[key] =
      typeof value === 'string'
        ? value
        : key === 'weight' || key === 'coverage'
          ? words.percent(value)
          : key === 'value' || key === 'pooled' || key === 'volume' || key === 'halfWidth'
            ? words.figure(value)
            : words.count(value)
  if (typeof params.units === 'number') {
    text.count = words.count(params.units)
    text.units = numberWord(params.units, words)
  }
  const message = words.messages.warning[code]
  return capitalized(fill(params.units === 1 ? message.one : message.many, text))
}

/**
 * A region figure in sentences for the reader: value and interval, how it is weighted, the largest service,
 * the same answers weighted otherwise, effective sample size, coverage, what is hidden, and warnings. Every
 * number is a field of the score, with no more digits than its interval can carry.
 *
 * @param locale fi, sv or en
 * @example explainRegion(score, 'en') // 'Whole region: NPS 54 (95% confidence interval 49–59). Services are ...'
 */
export function explainRegion(score: RegionScore, locale: Locale): string {
  const words = wordsOf(score, locale)
  const { messages } = words
  const said = score.value === null ? ['no_volumes', 'coverage_withheld'] : ['no_volumes']
  const sentences = [headline(score, words)]
  if (score.value !== null) {
    sentences.push(
      schemeText(score.scheme, score, words),
      largestText(score, words),
      alternativesText(score, words),
      score.nEff === null || score.nEff === Infinity
        ? fill(messages.answers, { n: words.count(score.n) })
        : fill(messages.effective, { nEff: words.count(Math.floor(score.nEff)), n: words.count(score.n) }),
    )
    if (score.coverage.volume !== null && score.coverage.volume >= 0.8)
      sentences.push(fill(messages.coverage, { coverage: words.percent(score.coverage.volume) }))
  }
  sentences.push(
    ...score.warnings
      .filter((warning) => !said.includes(warning.code))
      .map((warning) => explainWarning(warning, score, locale)),
    ...(score.n < score.suppressBelow ? [] : suppressedText(score, words)),
  )
  return sentences.filter((sentence) => sentence !== '').join(' ')
}
