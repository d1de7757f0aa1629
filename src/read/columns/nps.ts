import type { ColumnLayout } from '../layout.js'
import type { ColumnEvidence } from './decide.js'

/**
 * The net promoter score is asked 0-10 and counted from nothing else. A recommendation on 1-10 (Kerro
 * palvelustasi) or a column of option numbers 1-11 is not it, and is left out until a layout says what it is.
 */
export function declareNps(column: ColumnLayout, e: ColumnEvidence): ColumnLayout {
  const { declared, profile: p } = e
  const left = (reason: string): ColumnLayout => ({
    ...column,
    role: 'other',
    confidence: 0.6,
    needsReview: true,
    reason: `${column.reason}; ${reason}`,
  })
  if (declared && declared.min === 0 && declared.max === 10)
    return {
      ...column,
      scale: { min: 0, max: 10, best: 'high' },
      reason: `${column.reason}; the header declares 0-10`,
    }
  if (declared) {
    const on = `${declared.min}-${declared.max}`
    if (declared.max <= 7)
      return {
        ...column,
        role: 'likert',
        scale: { min: declared.min, max: declared.max, best: declared.best },
        confidence: 0.7,
        needsReview: true,
        reason: `${column.reason}; asked ${on}, so no net promoter score: read as a statement`,
      }
    return left(
      `asked ${on}; the net promoter score needs 0-10. To report its mean, set role "grade" with this scale`,
    )
  }
  if (ordinals(e))
    return left(
      'numbers run 1-11 and 0 never comes: these look like places of options, not scores. Give a code book, or set role "nps" with "codes"',
    )
  const outside = [...p.scores].filter(([value]) => value > 5).length
  if (p.filled >= 30 && p.numbers === p.filled && outside === 0 && p.min >= 1)
    return {
      ...column,
      role: 'likert',
      scale: { min: 1, max: 5, best: 'high' },
      confidence: 0.5,
      needsReview: true,
      reason: `${column.reason}; no answer above 5, so no net promoter score: read as a statement 1-5`,
    }
  const scale = { min: 0, max: 10, best: 'high' as const }
  if (p.filled >= 200 && !p.scores.has(0) && p.scores.has(1))
    return {
      ...column,
      scale,
      confidence: 0.6,
      needsReview: true,
      reason: `${column.reason}; 0 never comes among ${p.filled} answers, so check that the question was asked 0-10 and not 1-10`,
    }
  return { ...column, scale, reason: `${column.reason}; asked 0-10 unless said otherwise` }
}

function ordinals({ profile: p }: ColumnEvidence): boolean {
  if (p.filled === 0 || p.labelled > 0 || p.numbers < p.filled || p.integers < p.numbers) return false
  return p.min >= 1 && p.max === 11 && !p.scores.has(0)
}
