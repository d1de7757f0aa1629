import { betaQuantile, betaTailsAt } from './beta.js'
import { bracketedRoot } from './bracketedRoot.js'
import { requireNetCounts } from './netPromoter.js'
import type { Limits } from './proportion.js'
import { requireLevel, requireNumber } from './require.js'
import { logBetaKernel } from './saddlePoint.js'

// Tail of the passives' share that is left out on each side: far below what a double can add to 1.
const negligible = 1e-20
const steps = 400

/**
 * P(net promoter share >= target) under the Dirichlet(1/2, 1/2, 1/2) prior.
 *
 * Given the share Q of passives, the promoters' part R of the rest is beta and independent of Q:
 * P = E[P(R >= (1 + t / (1 - Q)) / 2)], over Q < 1 - t for t > 0. Written in logit(Q / (1 - t)) the integrand
 * dies at both ends, and the trapezoid rule converges exponentially.
 * @param target on -1..1
 * @returns 0..1; with no answers what the prior says
 * @throws PalauteError `bad_option` when the counts do not fit or the target is NaN
 * Source: Dirichlet posterior with Jeffreys' prior.
 * @example npsPosterior(70, 10, 100, 0.5) // 0.910
 */
export function npsPosterior(promoters: number, detractors: number, n: number, target: number): number {
  requireNetCounts(promoters, detractors, n)
  requireNumber(target, 'target')
  if (target <= -1) return 1
  if (target >= 1) return 0
  if (target < 0) return 1 - npsPosterior(detractors, promoters, n, -target)
  const passives = Math.max(0, n - promoters - detractors)
  const [a, b] = [passives + 0.5, promoters + detractors + 1]
  const [r, s] = [promoters + 0.5, detractors + 0.5]
  if (target === 0) return betaTailsAt(0.5, 0.5, r, s).upper
  const most = 1 - target
  const [low, high] = [betaQuantile(negligible, a, b), betaQuantile(negligible, a, b, 'upper')]
  if (low >= most) return 0
  const logit = (share: number) => Math.log(share / (1 - share))
  const from = Math.max(logit(low / most), -45 / Math.min(a, 1))
  const to = high < most ? logit(high / most) : 45
  const width = (to - from) / steps
  let met = 0
  for (let i = 0; i <= steps; i += 1) {
    const u = from + i * width
    const inside = 1 / (1 + Math.exp(-u))
    const outside = 1 / (1 + Math.exp(u))
    const q = most * inside
    // 1 - q - target, which is what is left for R to reach, without cancellation near its end.
    const room = most * outside
    const rest = target + room
    const mass = (Math.exp(logBetaKernel(q, rest, a, b)) / rest) * outside
    if (mass > 0) met += mass * betaTailsAt((rest + target) / (2 * rest), room / (2 * rest), r, s).upper
  }
  return Math.min(1, met * width)
}

/**
 * Equal-tailed interval of the Dirichlet(1/2, 1/2, 1/2) posterior of the net promoter share, on -1..1.
 *
 * @throws PalauteError `bad_option` when the counts do not fit or the level is not one
 * @example npsDirichletInterval(70, 10, 100) // {low: 0.453, high: 0.712}
 */
export function npsDirichletInterval(promoters: number, detractors: number, n: number, level = 0.95): Limits {
  const tail = (1 - requireLevel(level)) / 2
  const at = (p: number) => bracketedRoot((t) => npsPosterior(promoters, detractors, n, t) - p, -1, 1)
  return { low: at(1 - tail), high: at(tail) }
}
