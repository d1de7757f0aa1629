import type { Scale } from '../../types.js'
import type { ColumnLayout } from '../layout.js'
import { wordScale } from '../values/words.js'
import type { ColumnEvidence } from './decide.js'

/** Statements of harm: agreeing is bad. Only words that turn the whole statement. */
const BURDEN =
  /(?:^| )(?:jouduin odottamaan|liian (?:kauan|pitk|hida|vaikea)|jain ilman|oli vaikea|oli hankala|pelkasin|fick vanta|for lange|var svart|had to wait|too long|was difficult|was hard)/u
const NEGATED = /(?:^| )(?:en|ei|inte|not|did not|didn t) /u

function habit(column: ColumnLayout, e: ColumnEvidence): { scale: Scale; reason: string; review?: true } {
  const p = e.profile
  const max = p.filled === 0 ? Number.NaN : robustMax(p.scores)
  switch (column.role) {
    case 'csat':
      if (/(?:^| )fft(?: |$)|friends and family/u.test(e.header.words))
        return {
          scale: { min: 1, max: 5, best: 'low', missing: ['6'] },
          reason:
            "the Friends and Family Test asks from 1 very good to 5 very poor, 6 don't know; the file itself does not tell, so check the direction",
          review: true,
        }
      if (max > 7)
        return {
          scale: { min: p.scores.has(0) ? 0 : 1, max: max > 10 ? 100 : 10, best: 'high' },
          reason: 'the highest answers tell the scale',
          review: true,
        }
      if (max > 5)
        return {
          scale: { min: 1, max: 7, best: 'high' },
          reason: 'the highest answers tell the scale',
          review: true,
        }
      return {
        scale: { min: 1, max: 5, best: 'high' },
        reason: 'satisfaction is asked 1-5 unless said otherwise',
      }
    case 'ces':
      if (max > 5 || Number.isNaN(max))
        return { scale: { min: 1, max: 7, best: 'high' }, reason: 'ease is asked 1-7 unless said otherwise' }
      return {
        scale: { min: 1, max: p.filled >= 30 ? 5 : 7, best: 'high' },
        reason:
          p.filled >= 30
            ? 'no answer above 5'
            : 'ease is asked 1-7 unless said otherwise; too few answers to tell',
        ...(p.filled >= 30 ? {} : { review: true as const }),
      }
    case 'grade':
      if (p.filled > 0 && p.min >= 4 && p.max <= 10)
        return { scale: { min: 4, max: 10, best: 'high' }, reason: 'Finnish school grades, 4-10' }
      if (max > 5)
        return {
          scale: { min: p.scores.has(0) ? 0 : p.min >= 4 ? 4 : 1, max: 10, best: 'high' },
          reason: 'the answers tell the scale',
          review: true,
        }
      return { scale: { min: 1, max: 5, best: 'high' }, reason: 'the answers tell the scale', review: true }
    default:
      if (column.statement && max > 5)
        return {
          scale: { min: 1, max: 5, best: 'high' },
          reason: 'the national statements are asked 1-5',
        }
      if (max > 7)
        return {
          scale: { min: p.scores.has(0) ? 0 : 1, max: 10, best: 'high' },
          reason: 'the highest answers tell the scale',
          review: true,
        }
      if (max > 5)
        return {
          scale: { min: 1, max: 7, best: 'high' },
          reason: 'the highest answers tell the scale',
          review: true,
        }
      return {
        scale: { min: 1, max: 5, best: 'high' },
        reason: 'statements are asked 1-5 unless said otherwise',
      }
  }
}

/** The highest whole number that is more than a slip: at least two in a hundred of the answers. */
function robustMax(scores: ReadonlyMap<number, number>): number {
  let total = 0
  for (const n of scores.values()) total += n
  let max = Number.NaN
  for (const [value, n] of scores)
    if (n >= Math.max(1, total * 0.02) && value <= 100) max = Number.isNaN(max) ? value : Math.max(max, value)
  return max
}

/** Gives a score column its scale, declared by the header or told by answers and habit, with the reason. */
export function declareScale(column: ColumnLayout, e: ColumnEvidence): ColumnLayout {
  const words =
    e.profile.filled > 0 && e.profile.numbers < e.profile.filled * 0.5
      ? wordScale(e.profile.values)
      : undefined
  if (words) {
    const partial = words.covered < 1
    return {
      ...column,
      words: words.name,
      scale: { min: words.min, max: words.max, best: 'high' },
      reason: `${column.reason}; answer words of ${words.name}`,
      ...(partial ? { needsReview: true as const } : {}),
    }
  }
  if (e.declared) {
    const { min, max, best, directionKnown } = e.declared
    const scale: Scale = { min, max, best: directionKnown ? best : direction(column, e) }
    return {
      ...column,
      scale,
      reason: `${column.reason}; the header declares ${min}-${max}${best === 'low' ? ', 1 best' : ''}`,
    }
  }
  const { scale, reason, review } = habit(column, e)
  if (scale.best === 'high') scale.best = direction(column, e)
  return {
    ...column,
    scale,
    reason: `${column.reason}; ${reason}`,
    ...(review ? { needsReview: true as const, confidence: Math.min(column.confidence, 0.7) } : {}),
  }
}

/** Questions that ask how much effort it took: much is bad, unlike in those that ask how easy it was. */
const EFFORT = /(?:^| )(?:vaivaa|vaivannak\S*|effort|anstrang\S*)(?: |$)/u
const EASE = /(?:^| )(?:helppo\S*|vaivaton\S*|easy|ease|latt|enkelt)(?: |$)/u

function direction(column: ColumnLayout, e: ColumnEvidence): 'high' | 'low' {
  if (column.role === 'ces') return EFFORT.test(e.header.words) && !EASE.test(e.header.words) ? 'low' : 'high'
  if (column.role !== 'likert') return 'high'
  return BURDEN.test(e.header.words) && !NEGATED.test(e.header.words) ? 'low' : 'high'
}
