import { expect, it } from 'vitest'
import { nps } from '../../src/metrics/index.js'

/** Exact coverage of the default interval of n answers at a true profile: all outcomes, weighed. */
function coverage([d, q, p]: readonly [number, number, number], n: number): number {
  const logs = [0]
  for (let k = 1; k <= n; k += 1) logs.push((logs[k - 1] ?? 0) + Math.log(k))
  const truth = 100 * (p - d)
  let covered = 0
  for (let promoters = 0; promoters <= n; promoters += 1)
    for (let detractors = 0; detractors + promoters <= n; detractors += 1) {
      const passives = n - promoters - detractors
      const { interval } = nps({ counts: { promoters, passives, detractors } })
      if (!interval || interval.low > truth + 1e-9 || interval.high < truth - 1e-9) continue
      const ways = (logs[n] ?? 0) - (logs[promoters] ?? 0) - (logs[passives] ?? 0) - (logs[detractors] ?? 0)
      covered += Math.exp(ways + promoters * Math.log(p) + passives * Math.log(q) + detractors * Math.log(d))
    }
  return Math.round(1000 * covered) / 10
}

// By exact enumeration in a program of its own: detractors, passives, promoters; n; coverage %.
it.each([
  [[0.1, 0.2, 0.7], 10, 96.1],
  [[0.1, 0.2, 0.7], 50, 95.1],
  [[0.03, 0.09, 0.88], 10, 96.3],
  [[0.03, 0.09, 0.88], 30, 96.7],
  [[0.01, 0.03, 0.96], 20, 94.7],
  [[0.005, 0.01, 0.985], 15, 91.9],
  [[0.45, 0.1, 0.45], 5, 92.2],
  [[0.02, 0.96, 0.02], 50, 98.6],
] as const)('covers %j of n = %i in %s %%', (profile, n, want) => {
  expect(coverage(profile, n)).toBe(want)
})
