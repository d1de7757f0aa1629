// Families of the oracle that pure statistics and single scores answer: input of a case -> figures of its form.
import { number } from './compare.mjs'

const pair = ({ low, high }) => [low, high]
const ends = ({ low, high }) => ({ lower: low, upper: high })
const each = (lists, f) => lists[0].map((_, i) => f(...lists.map((list) => number(list[i]))))
const net = ([detractors, passives, promoters]) => ({
  promoters,
  detractors,
  n: detractors + passives + promoters,
})

/** An adjusted Wald interval by its definition, with the center and error that the oracle prints. */
function adjusted(s, p, d, n, level, add, total) {
  const all = n + total
  const center = (p - d) / all
  const se = Math.sqrt(s.npsVariance(p + add, d + add, all) / all)
  const half = s.normalQuantile((1 - level) / 2, 'upper') * se
  const limits = s.npsAdjustedWaldInterval(p, d, n, level, add, total)
  return { center, se, lower_raw: center - half, upper_raw: center + half, ...ends(limits) }
}

function npsCounts({ detractors, passives, promoters, conf = 0.95 }, { api }) {
  const { statistics: s, metrics: m } = api
  const score = m.nps({ counts: { detractors, passives, promoters } }, { level: conf })
  const { n } = score
  if (n === 0) return { n, nps: score.value, se: score.standardError }
  const variance = s.npsVariance(promoters, detractors, n)
  const args = [promoters, detractors, n, conf]
  const raw = (limits) => limits && { lower_raw: limits.low, upper_raw: limits.high }
  return {
    n,
    nps: score.value / 100,
    variance_pop: variance,
    se_mle: Math.sqrt(variance / n),
    se_unbiased: score.standardError === null ? null : score.standardError / 100,
    wald: raw(s.npsWaldInterval(...args)),
    t: raw(s.npsTInterval(...args)),
    adjustedWald: adjusted(s, ...args, 0.75, 3),
    agrestiMin: adjusted(s, ...args, 0.5, 2),
    bonettPrice: adjusted(s, ...args, 1, 2),
    score: { lower: score.interval.low / 100, upper: score.interval.high / 100 },
    moverWilson: ends(s.npsMoverInterval(...args)),
  }
}

function npsScores({ scores }, { api }) {
  const score = api.metrics.nps(scores, { scale: { min: 0, max: 10, best: 'high', missing: ['NA', 'NaN'] } })
  return {
    n_valid: score.n,
    n_missing: score.missing,
    n_invalid: score.invalid,
    ...score.counts,
    nps: score.value === null ? null : score.value / 100,
  }
}

function proportion({ x, n, conf = 0.95 }, { api }) {
  const { statistics: s } = api
  return {
    p: x / n,
    wilson: pair(s.wilsonInterval(x, n, conf)),
    wilson_cc: pair(s.wilsonCorrectedInterval(x, n, conf)),
    clopperPearson: pair(s.clopperPearsonInterval(x, n, conf)),
    jeffreys: pair(s.jeffreysInterval(x, n, conf)),
    agrestiCoull: pair(s.agrestiCoullInterval(x, n, conf)),
    wald_raw: pair(s.waldInterval(x, n, conf)),
  }
}

function proportionDifference({ x1, n1, x2, n2, conf = 0.95 }, { api }) {
  const d = api.statistics.proportionDifference(x1, n1, x2, n2, conf)
  return {
    diff: d.difference,
    chisq: d.chiSquare,
    p: d.p,
    p_yates: d.pYates,
    wald: pair(d.wald),
    newcombe: pair(d.interval),
  }
}

function npsDifference({ a, b, conf = 0.95 }, { api }) {
  const { statistics: s } = api
  const [first, second] = [net(a), net(b)]
  const w = s.waldNpsDifference(first, second)
  return {
    diff: w.difference,
    wald_se: w.standardError,
    wald_z: w.z,
    wald_p: w.p,
    nps_pkg_p: w.p,
    welch_t: w.t,
    welch_df: w.df,
    welch_p: w.tP,
    mover_score: pair(s.moverNpsDifference(first, second, conf)),
    mover_aw: pair(s.moverNpsDifference(first, second, conf, s.npsAdjustedWaldInterval)),
    adj375: pair(s.adjustedNpsDifference(first, second, conf).interval),
  }
}

function npsAdjusted({ a, b, conf = 0.95 }, { api }) {
  const d = api.statistics.adjustedNpsDifference(net(a), net(b), conf)
  return { delta_adj: d.difference, se: d.standardError, z: d.z, p: d.p, ci: pair(d.interval) }
}

function npsWeighted({ P, D, nEff, conf = 0.95 }, { api }) {
  return { ci: pair(api.statistics.npsScoreInterval(P * nEff, D * nEff, nEff, conf)) }
}

/** R's fisher.test stops its root search at 1.2e-4 on the odds ratio or its inverse; ours goes to the end. */
function asLooselyAsR(got, expected) {
  const want = number(expected)
  const small = (v) => (v > 1 ? 1 / v : v)
  return Math.abs(small(got) - small(want)) <= 1.3e-4 && got > 1 === want > 1 ? expected : got
}

function table({ table, conf = 0.95 }, { api, expected }) {
  const { statistics: s } = api
  const test = s.chiSquareTest(table)
  if (!test) return { chisq: null, p: null }
  const result = {
    chisq: test.chiSquare,
    df: test.df,
    p: test.p,
    cramersV: test.cramersV,
    cramersV_biascorrected: test.cramersVCorrected,
    min_expected: test.leastExpected,
    stdres: test.residuals.flat(),
    chisq_yates: test.yates?.chiSquare,
    p_yates: test.yates?.p,
  }
  if ('fisher_p' in expected) result.fisher_p = s.fisherExact(table)
  if ('fisher_or' in expected) {
    const odds = s.exactOddsRatio(table, conf)
    result.fisher_or = asLooselyAsR(odds.value, expected.fisher_or)
    result.fisher_ci = pair(odds.interval).map((limit, i) => asLooselyAsR(limit, expected.fisher_ci[i]))
  }
  return result
}

function mcNemar({ b, c }, { api }) {
  const test = api.statistics.mcNemarTest(b, c)
  return { chisq: test?.chiSquare, p: test?.p, exact_p: test?.exactP }
}

const methods = { BH: 'benjamini-hochberg', fdr: 'benjamini-hochberg', BY: 'benjamini-yekutieli' }

function adjustP({ p, method }, { api }) {
  return { adjusted: api.statistics.adjustP(p.map(number), methods[method] ?? method) }
}

function tTest({ a, b, mu = 0, paired = false, pooled = false, conf = 0.95 }, { api }) {
  const { statistics: s } = api
  const test = !b
    ? s.tTest(a, mu, conf)
    : paired
      ? s.pairedTTest(a, b, conf)
      : s.twoSampleTTest(a, b, { equalVariances: pooled, level: conf })
  return test && { t: test.t, df: test.df, p: test.p, ci: pair(test.interval) }
}

/** R falls back to the approximation where ties rule the exact test out; we refuse, so the case says it here. */
const tied = (values) => new Set(values).size < values.length

function wilcoxon({ a, b, exact = false, correct = true }, { api }) {
  const test = api.statistics.wilcoxonTest(a, b, { exact: exact && !tied([...a, ...b]), correct })
  return test && { W: test.w, p: test.p }
}

function kruskal({ groups }, { api }) {
  const test = api.statistics.kruskalTest(groups)
  return test && { H: test.h, df: test.df, p: test.p }
}

function correlation({ x, y, method = 'pearson', exact: wanted = false, conf = 0.95 }, { api }) {
  const { statistics: s } = api
  const exact = wanted && !tied(x) && !tied(y)
  const test =
    method === 'pearson'
      ? s.pearsonCorrelation(x, y, conf)
      : method === 'spearman'
        ? s.spearmanCorrelation(x, y, { exact })
        : s.kendallCorrelation(x, y, { exact })
  return test && { r: test.r, statistic: test.statistic, p: test.p, ci: test.interval && pair(test.interval) }
}

function planMargin({ sd, moe, N = null, conf = 0.95 }, { api }) {
  const size = api.statistics.sampleSizeForMargin(sd, moe, number(N) ?? Infinity, conf)
  return { n_infinite: size.infinite, n_fpc: size.corrected, n: size.answers }
}

function planProportions({ p1, p2, n, power = 0.8, sig = 0.05, strict = false }, { api }) {
  const { statistics: s } = api
  return n === undefined
    ? { n: s.sampleSizeForProportions(p1, p2, power, sig) }
    : { power: s.powerOfProportions(n, p1, p2, sig, strict) }
}

function planMeans({ delta, sd = 1, n, power = 0.8, sig = 0.05 }, { api }) {
  const { statistics: s } = api
  return n === undefined
    ? { n: s.sampleSizeForMeans(delta, sd, power, sig) }
    : { power: s.powerOfMeans(n, delta, sd, sig) }
}

function planNpsDifference({ sd1, sd2, delta, power = 0.8, sig = 0.05 }, { api }) {
  return { n_per_group: api.statistics.sampleSizeForDifference(sd1, sd2, delta, power, sig) }
}

function rate({ x1, t1, x2, t2, conf = 0.95 }, { api }) {
  const { ratio, interval, p } = api.statistics.poissonRateRatio(x1, t1, x2, t2, conf)
  return { ratio, ci: pair(interval), p }
}

function controlP({ x, n }, { api }) {
  const chart = api.statistics.proportionChart(x, n)
  return (
    chart && {
      center: chart.center,
      sigma: chart.sigma,
      z: chart.z,
      sigma_z: chart.sigmaZ,
      p_ucl: chart.limits.high,
      p_lcl: chart.limits.low,
      laney_ucl: chart.laney?.high,
      laney_lcl: chart.laney?.low,
    }
  )
}

function cusum({ x, se, target, k = 0.5, h = 4 }, { api }) {
  const { above, below } = api.statistics.cusum(x, se, target, k, h)
  return { cplus: above, cminus: below }
}

function ewma({ z, lambda }, { api }) {
  const { values, limits } = api.statistics.ewma(z, lambda)
  return { ewma: values, limit: limits }
}

function runs({ n_useful }, { api }) {
  const { longestRun, fewestCrossings } = api.statistics.runLimits(n_useful)
  return { longest_run_limit: longestRun, crossings_lower: fewestCrossings }
}

function g2({ a, b, c, d }, { api }) {
  const key = api.statistics.keyness(a, c, b, d)
  return { g2: key.g2, p: key.p, log_ratio: key.logRatio }
}

const logOdds = ({ y1, y2, alpha }, { api }) => api.statistics.logOddsRatios(y1, y2, alpha)

/** Outcome and 0/1 columns of a data set of answers, as the drivers' cases name it. */
function design({ dataset, outcome = 'y', names }, { datasets }) {
  const records = Array.isArray(dataset) ? dataset : datasets[dataset]
  const columns = names ?? Object.keys(records[0]).filter((name) => name !== 'y')
  const [field, wanted] = outcome.split('==')
  const y = records.map((record) =>
    wanted === undefined ? record[field] : Number(record[field] === Number(wanted)),
  )
  return { names: columns, y, x: columns.map((name) => records.map((record) => record[name])) }
}

function shapley(input, context) {
  const { names, y, x } = design(input, context)
  const result = context.api.statistics.relativeImportance(y, x)
  return result && { names, lmg: result.importance, r2: result.rSquared, share: result.shares }
}

function ols(input, context) {
  const { y, x } = design(input, context)
  const fit = context.api.statistics.leastSquares(y, x)
  return fit && { coef: fit.coefficients, se_ols: fit.standardErrors, se_hc3: fit.robustErrors }
}

function logit(input, context) {
  const { y, x } = design(input, context)
  const fit = context.api.statistics.logisticRegression(y, x)
  if (!fit) return null
  // A predictor that parts the outcomes has no finite coefficient: where R stops is its rounding. There it is
  // enough that both say so by an enormous error; everything else is held.
  const { expected } = context
  const endless = expected.se.map((se, i) => fit.separated && se > 1000 && fit.standardErrors[i] > 1000)
  const held = (got, name) => got.map((value, i) => (endless[i] ? expected[name][i] : value))
  return { coef: held(fit.coefficients, 'coef'), se: held(fit.standardErrors, 'se'), deviance: fit.deviance }
}

function penaltyReward({ low, high, y }, { api }) {
  const fit = api.statistics.leastSquares(y, [low, high])
  return fit && { coef: fit.coefficients, se: fit.standardErrors }
}

const tails = (f) => (t) => ({ p: t.map((x) => f(x).lower), upper: t.map((x) => f(x).upper) })

export const families = {
  'nps.counts': npsCounts,
  'nps.scores': npsScores,
  'nps.weighted.score': npsWeighted,
  'nps.diff': npsDifference,
  'nps.diff.adjusted': npsAdjusted,
  'proportion.ci': proportion,
  'proportion.diff': proportionDifference,
  'table.test': table,
  mcnemar: mcNemar,
  'p.adjust': adjustP,
  't.test': tTest,
  wilcox: wilcoxon,
  kruskal,
  correlation,
  quantile: ({ x, p, type }, { api }) => ({
    q: p.map((share) => api.statistics.sampleQuantile(x, share, type)),
  }),
  'plan.nps.moe': planMargin,
  'plan.prop': planProportions,
  'plan.t': planMeans,
  'plan.nps.diff': planNpsDifference,
  'rate.test': rate,
  'control.p': controlP,
  'control.cusum': cusum,
  'control.ewma': ewma,
  'control.runs': runs,
  'terms.g2': g2,
  'terms.logodds': logOdds,
  'drivers.shapley': shapley,
  'drivers.ols': ols,
  'drivers.logit': logit,
  'drivers.prc': penaltyReward,
  'dist.qnorm': ({ p }, { api }) => ({ q: each([p], (x) => api.statistics.normalQuantile(x)) }),
  'dist.qt': ({ p, df }, { api }) => ({ q: each([p, df], (x, f) => api.statistics.tQuantile(x, f)) }),
  'dist.qbeta': ({ p, a, b }, { api }) => ({
    q: each([p, a, b], (x, first, second) => api.statistics.betaQuantile(x, first, second)),
  }),
  'dist.pbeta': ({ x, a, b }, { api }) =>
    tails(([at, first, second]) => api.statistics.betaTails(at, first, second))(each([x, a, b], (...t) => t)),
  'dist.pchisq.upper': ({ x, df }, { api }) => ({
    p: each([x, df], (at, f) => api.statistics.chiSquareTails(at, f).upper),
  }),
  'dist.pnorm.upper': ({ z }, { api }) => ({ p: each([z], (at) => api.statistics.normalTails(at).upper) }),
  'dist.pt.upper': ({ t, df }, { api }) => ({
    p: each([t, df], (at, f) => api.statistics.tTails(at, f).upper),
  }),
}

export const leftOut = {}
