import reasons from '../../../data/metrics/advisor.reasons.json'
import type { Advice } from '../../metrics/index.js'
import type { Locale } from '../../types.js'

/**
 * The reason of a piece of advice in words.
 *
 * @param advice a row of metricAdvisor()
 * @example explainAdvice({metric: 'fcr', fit: 'fits', reason: 'fcr_contact'}, 'en')
 * // 'A call or a message is there to settle a matter: ask whether it was settled at once.'
 */
export function explainAdvice(advice: Advice, locale: Locale): string {
  const texts: Readonly<Record<string, Readonly<Record<Locale, string>>>> = reasons
  return Object.hasOwn(texts, advice.reason) ? (texts[advice.reason]?.[locale] ?? '') : ''
}
