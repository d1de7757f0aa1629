import type { Locale } from '../types.js'
import { formatNumber } from './format.js'
import { fill, type Messages } from './messages/index.js'
import type { SurveyResult } from './result.js'

/** What was done to personal data, whether names of staff were kept in praise, and what was found. */
export function privacySentence({ privacy }: SurveyResult, messages: Messages, locale: Locale): string {
  const { policy, staffNames, namesKept, findings } = privacy
  const sentences = [
    policy === 'keep'
      ? messages.privacyKeep
      : policy === 'pseudonymize'
        ? messages.privacyPseudonymize
        : messages.privacyRedact,
  ]
  if (staffNames === 'keep' && policy !== 'keep')
    sentences.push(fill(messages.privacyStaffNames, { count: formatNumber(namesKept, 0, locale) }))
  const found = Object.entries(findings)
    .map(([type, count]) => `${messages.personalData[type] ?? type} ${formatNumber(count, 0, locale)}`)
    .join(', ')
  if (found !== '') sentences.push(`${found}.`)
  return sentences.join(' ')
}
