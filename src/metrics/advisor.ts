import { goals, questions, rows } from '../../data/metrics/advisor.json'
import { PalauteError } from '../errors.js'

/** What the question is about. */
export type AdvisedQuestion =
  | 'relationship'
  | 'visit'
  | 'process'
  | 'contact'
  | 'long_term_care'
  | 'involuntary_care'

/** What the figure is for. */
export type AdvisedGoal =
  | 'overall_level'
  | 'follow_change'
  | 'compare_units'
  | 'find_obstacles'
  | 'fix_single_cases'

export interface Advice {
  metric: 'nps' | 'csat' | 'ces' | 'fcr'
  fit: 'fits' | 'possible' | 'avoid'
  /** Key of the reason; `palaute/report` words it in three languages. */
  reason: string
}

const fits = ['fits', 'possible', 'avoid']

function requireKey(value: string, keys: readonly string[], path: string): void {
  if (!keys.includes(value))
    throw new PalauteError('bad_option', `${path} must be one of ${keys.join(', ')}.`, { path })
}

/**
 * Which of NPS, CSAT, CES and FCR fits: one row per metric, the best first.
 *
 * @param question what is asked about: the whole relationship, one visit, a process (booking, a digital service),
 * a contact with a matter to be solved, care that goes on for long, or care that was not chosen
 * @param goal what the figure is for
 * @throws PalauteError `bad_option` when a key is unknown
 * Source: the table in data/metrics/advisor.json, with its reasons.
 * @example metricAdvisor('contact', 'fix_single_cases')[0]?.metric // 'fcr'
 */
export function metricAdvisor(question: AdvisedQuestion, goal: AdvisedGoal): Advice[] {
  requireKey(question, questions, 'question')
  requireKey(goal, goals, 'goal')
  const best = new Map<string, Advice & { weight: number }>()
  for (const [metric = '', ofQuestion, ofGoal, fit, reason] of rows) {
    const named = [ofQuestion === question, ofGoal === goal]
    if ((ofQuestion !== '*' && !named[0]) || (ofGoal !== '*' && !named[1])) continue
    // A row that names the question says more than one that names the goal.
    const weight = (named[0] ? 2 : 0) + (named[1] ? 1 : 0)
    if (weight >= (best.get(metric)?.weight ?? -1))
      best.set(metric, { metric, fit, reason, weight } as Advice & { weight: number })
  }
  return [...best.values()]
    .sort((a, b) => fits.indexOf(a.fit) - fits.indexOf(b.fit) || b.weight - a.weight)
    .map(({ metric, fit, reason }) => ({ metric, fit, reason }))
}
