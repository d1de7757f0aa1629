import { requirePositive } from '../statistics/require.js'
import type { Metric, Scale } from '../types.js'

/** What a point is worth on a metric's own scale, so that the tiers mean the same for all of them. */
export interface Unit {
  /** NPS: one point. Shares: one percentage point. Means: half a percent of the scale. */
  point: number
  /** Largest standard deviation that an answer can have. */
  worst: number
}

export function unitOf(metric: Metric, scale: Scale | null): Unit {
  if (metric === 'nps') return { point: 1, worst: 100 }
  if (metric === 'csat' || metric === 'fcr') return { point: 0.01, worst: 0.5 }
  const range = scale ? scale.max - scale.min : 4
  return { point: range / 200, worst: range / 2 }
}

/** Options of planning: numbers above zero, or not given. */
export function requireAboveZero(options: Readonly<Record<string, number | undefined>>): void {
  for (const [name, value] of Object.entries(options)) if (value !== undefined) requirePositive(value, name)
}
