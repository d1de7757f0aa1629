// Coverage of the default interval of a region on simulated regions:
//   node benchmarks/quality/region-coverage.mjs [--dist DIR] [--regions 2000]
// 8 services, about 60 units, 200 000 visits, response rates of 0.2 to 10 %.
// few answers: units are silent because nobody happened to answer (a quarter of them at 0.2 %); the truth is the
// balanced figure of the whole region, silent units too.
// a quarter refuses: every fourth unit, large or small, is silent at any rate; the truth is that of the units that
// answered, which is all that a sampling error can speak of. `all units` shows how far the rest moves the figure:
// that is what the coverage warning is for. Must: 94-98 %; exit 1 outside.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    dist: { type: 'string', default: resolve(import.meta.dirname, '../../dist') },
    regions: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
  },
})
const { aggregate, schemeWeights } = await import(pathToFileURL(resolve(values.dist, 'aggregate.js')).href)

/** Mulberry32: the same regions in every run. */
function generator(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
const random = generator(Number(values.seed))
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** Marsaglia & Tsang 2000. */
function gamma(shape) {
  if (shape < 1) return gamma(shape + 1) * random() ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal()
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

function dirichlet(alpha) {
  const draws = alpha.map(gamma)
  const sum = draws.reduce((a, b) => a + b, 0)
  return draws.map((draw) => draw / sum)
}

function poisson(mean) {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()))
  let k = -1
  for (let product = 1; product > Math.exp(-mean); k += 1) product *= random()
  return k
}

/** Units of a region: volume, true shares of detractors, passives and promoters, and how readily they answer. */
function region() {
  const base = dirichlet([1.2 * 2, 2.4 * 2, 8.4 * 2])
  const sizes = dirichlet(Array.from({ length: 8 }, () => 0.7))
  return sizes.flatMap((size, s) => {
    const service = dirichlet(base.map((share) => 25 * share + 0.2))
    const inside = dirichlet(Array.from({ length: 2 + Math.floor(random() * 12) }, () => 0.8))
    return inside.map((part, u) => ({
      unit: `${s}/${u}`,
      service: `${s}`,
      volume: Math.max(20, Math.round(200_000 * size * part)),
      truth: dirichlet(service.map((share) => 30 * share + 0.2)),
      eagerness: Math.exp(0.7 * normal()),
    }))
  })
}

function answer(unit, rate) {
  const counts = new Array(11).fill(0)
  let n = Math.min(unit.volume, poisson(unit.volume * rate * unit.eagerness))
  for (; n > 0; n -= 1) {
    const at = random()
    counts[at < unit.truth[0] ? 3 : at < unit.truth[0] + unit.truth[1] ? 7 : 10] += 1
  }
  return counts
}

/** The balanced figure of the units' true shares; `n` says which units count. */
function truthOf(units, n) {
  const weights = schemeWeights(
    units.map(({ unit, service, volume }, i) => ({ name: unit, service, volume, n: n(i) })),
    'balanced',
  )
  return units.reduce((total, { truth: [d, , p] }, i) => total + weights[i] * 100 * (p - d), 0)
}

let failed = false
const scenarios = [
  { name: 'few answers', refusing: 0 },
  { name: 'a quarter refuses', refusing: 0.25 },
]
console.log(
  'scenario | response rate | regions | withheld | silent units | coverage | all units | width | bias | n | nEff',
)
for (const { name, refusing } of scenarios)
  for (const rate of [0.002, 0.01, 0.03, 0.1]) {
    const sum = { held: 0, all: 0, width: 0, bias: 0, n: 0, nEff: 0, silent: 0, shown: 0, withheld: 0 }
    for (let i = 0; i < Number(values.regions); i += 1) {
      const units = region()
      const rows = units.map((unit) => ({
        unit: unit.unit,
        service: unit.service,
        volume: unit.volume,
        counts: random() < refusing ? new Array(11).fill(0) : answer(unit, rate),
      }))
      const score = aggregate(rows, { metric: 'nps' })
      if (score.value === null) {
        sum.withheld += 1
        continue
      }
      const all = truthOf(units, () => 1)
      const truth = refusing > 0 ? truthOf(units, (k) => score.units[k].n) : all
      const { low, high } = score.interval
      sum.shown += 1
      sum.held += low <= truth && truth <= high ? 1 : 0
      sum.all += low <= all && all <= high ? 1 : 0
      sum.width += high - low
      sum.bias += score.value - truth
      sum.n += score.n
      sum.nEff += score.nEff
      sum.silent += 1 - score.coverage.units
    }
    const share = (key) => (100 * sum[key]) / sum.shown
    if (share('held') < 94 || share('held') > 98) failed = true
    const mean = (key, digits = 1) => (sum[key] / sum.shown).toFixed(digits)
    console.log(
      [
        name,
        `${(100 * rate).toFixed(1)} %`,
        sum.shown,
        sum.withheld,
        `${share('silent').toFixed(0)} %`,
        `${share('held').toFixed(1)} %`,
        `${share('all').toFixed(1)} %`,
        mean('width'),
        mean('bias', 2),
        mean('n', 0),
        mean('nEff', 0),
      ].join(' | '),
    )
  }
console.log(failed ? 'outside 94-98 %' : 'all within 94-98 %')
process.exitCode = failed ? 1 : 0
