// Coverage of the default interval of the net promoter score, by exact enumeration (no Monte Carlo noise):
//   node benchmarks/quality/coverage.mjs [--dist DIR] [--profiles 300] [--seed 1]
// 300 true profiles from Dirichlet(1.2, 2.4, 8.4) (detractors, passives, promoters; mean .1/.2/.7) and n = 5..1000;
// below them fixed profiles. Exit 1 when the mean leaves 94-97 % or the 5th percentile falls below 92 % (n >= 10).
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    dist: { type: 'string', default: resolve(import.meta.dirname, '../../dist') },
    profiles: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
  },
})
const { nps } = await import(pathToFileURL(resolve(values.dist, 'metrics.js')).href)

const sizes = [5, 10, 15, 20, 30, 50, 75, 100, 200, 500, 1000]
const fixed = {
  'NPS 0, even': [0.33, 0.34, 0.33],
  'NPS 0, polar': [0.45, 0.1, 0.45],
  'NPS 0, passive': [0.02, 0.96, 0.02],
  'NPS -40': [0.6, 0.2, 0.2],
  'NPS +30': [0.2, 0.3, 0.5],
  'NPS +60': [0.1, 0.2, 0.7],
  'NPS +85': [0.03, 0.09, 0.88],
  'NPS +95': [0.01, 0.03, 0.96],
  'NPS +98': [0.005, 0.01, 0.985],
}

/** Mulberry32: small, seeded, the same everywhere. */
function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Gamma variate by Marsaglia & Tsang 2000, for shapes of at least 1. */
function gamma(shape, uniform) {
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(uniform()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}

function drawProfiles(count, uniform) {
  return Array.from({ length: count }, () => {
    const draw = [1.2, 2.4, 8.4].map((shape) => gamma(shape, uniform))
    const sum = draw.reduce((total, value) => total + value, 0)
    return draw.map((value) => value / sum)
  })
}

/** Limits of every outcome (promoters p, detractors d) of n answers, at p * (n + 1) + d. */
function allLimits(n) {
  const low = new Float64Array((n + 1) ** 2)
  const high = new Float64Array((n + 1) ** 2)
  for (let p = 0; p <= n; p += 1)
    for (let d = 0; d + p <= n; d += 1) {
      const { interval } = nps({ counts: { promoters: p, detractors: d, passives: n - p - d } })
      low[p * (n + 1) + d] = interval.low
      high[p * (n + 1) + d] = interval.high
    }
  return { low, high }
}

const logFactorials = (n) => {
  const sums = new Float64Array(n + 1)
  for (let k = 2; k <= n; k += 1) sums[k] = sums[k - 1] + Math.log(k)
  return sums
}

function coverage([detractors, passives, promoters], n, { low, high }, factorials) {
  const truth = 100 * (promoters - detractors)
  const [logP, logQ, logD] = [promoters, passives, detractors].map(Math.log)
  let covered = 0
  let width = 0
  const spread = 9 * Math.sqrt(n * promoters * (1 - promoters)) + 12
  for (
    let p = Math.max(0, Math.floor(n * promoters - spread));
    p <= Math.min(n, n * promoters + spread);
    p += 1
  )
    for (let d = 0; d + p <= n; d += 1) {
      const q = n - p - d
      const log =
        factorials[n] - factorials[p] - factorials[d] - factorials[q] + p * logP + d * logD + q * logQ
      if (log < -45) {
        // Past the mode of d the terms only fall.
        if (d > (n - p) * (detractors / (detractors + passives))) break
        continue
      }
      const mass = Math.exp(log)
      const at = p * (n + 1) + d
      width += mass * (high[at] - low[at])
      if (low[at] <= truth + 1e-9 && high[at] >= truth - 1e-9) covered += mass
    }
  return { covered: 100 * covered, width }
}

const profiles = drawProfiles(Number(values.profiles), random(Number(values.seed)))
let failed = false
const rows = new Map(Object.keys(fixed).map((name) => [name, []]))
console.log('Score interval (Tango) of nps(), level 95 %: exact coverage over the profiles')
console.log('n      mean   5th percentile   mean width')
for (const n of sizes) {
  const limits = allLimits(n)
  const factorials = logFactorials(n)
  const results = profiles.map((profile) => coverage(profile, n, limits, factorials))
  const sorted = results.map(({ covered }) => covered).sort((a, b) => a - b)
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length
  const width = results.reduce((sum, result) => sum + result.width, 0) / results.length
  const fifth = sorted[Math.floor(0.05 * (sorted.length - 1))]
  const wrong = mean < 94 || mean > 97 || (n >= 10 && fifth < 92)
  failed ||= wrong
  console.log(
    `${String(n).padEnd(6)} ${mean.toFixed(1)}   ${fifth.toFixed(1).padEnd(14)}   ${width.toFixed(0).padEnd(6)}${wrong ? ' FAIL' : ''}`,
  )
  for (const [name, profile] of Object.entries(fixed)) {
    const result = coverage(profile, n, limits, factorials)
    rows.get(name).push(`${result.covered.toFixed(1)} (${result.width.toFixed(0)})`)
  }
}
console.log('\nFixed profiles: coverage % (mean width)')
console.log(`${''.padEnd(16)}${sizes.map((n) => `n=${n}`.padEnd(12)).join('')}`)
for (const [name, cells] of rows) console.log(name.padEnd(16) + cells.map((cell) => cell.padEnd(12)).join(''))
process.exitCode = failed ? 1 : 0
