import { PalauteError } from '../errors.js'

export type HeterogeneityMethod = 'PM' | 'DL' | 'REML' | 'ML'

function sums(values: readonly number[], variances: readonly number[], tau2: number) {
  let [w1, w2, w3, wx] = [0, 0, 0, 0]
  values.forEach((x, i) => {
    const w = 1 / ((variances[i] ?? 1) + tau2)
    w1 += w
    w2 += w * w
    w3 += w ** 3
    wx += w * x
  })
  const mu = wx / w1
  let [q, q2] = [0, 0]
  values.forEach((x, i) => {
    const w = 1 / ((variances[i] ?? 1) + tau2)
    q += w * (x - mu) ** 2
    q2 += w * w * (x - mu) ** 2
  })
  return { w1, w2, w3, mu, q, q2 }
}

/** The tau² at which Q falls to its expectation, units - 1. */
function momentSpread(values: readonly number[], variances: readonly number[]): number {
  const excess = (tau2: number) => sums(values, variances, tau2).q - (values.length - 1)
  if (!(excess(0) > 0)) return 0
  const largest = Math.max(...values.map((x) => Math.abs(x - (values[0] ?? 0)))) ** 2
  let [low, high] = [0, Math.max(largest, Number.MIN_VALUE)]
  while (excess(high) > 0) high *= 2
  for (let i = 0; i < 200; i += 1) {
    const middle = (low + high) / 2
    if (excess(middle) > 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}

function requirePairs(values: readonly number[], variances: readonly number[]): void {
  const k = values.length
  if (k === 0 || variances.length !== k)
    throw new PalauteError(
      'bad_option',
      `values and variances must be equally many, got ${k} and ${variances.length}.`,
      {
        path: 'variances',
      },
    )
  values.forEach((x, i) => {
    if (!Number.isFinite(x))
      throw new PalauteError('bad_option', `values must be finite, got ${x}.`, { path: `values[${i}]` })
    const v = variances[i] ?? 0
    if (!(v > 0 && v < Infinity))
      throw new PalauteError(
        'bad_option',
        `variances must be above 0, got ${v}; smooth those of units whose answers agree.`,
        {
          path: `variances[${i}]`,
        },
      )
  })
}

/**
 * Variance between units beyond sampling (tau²) by the method of Paule and Mandel, and the mean it implies.
 *
 * @param variances squared standard errors, above 0
 * @throws PalauteError `bad_option` naming the entry that is not finite or not above 0
 * Source: Paule & Mandel 1982.
 * @example pauleMandel([0.5, 0.5], [0.01, 0.02]) // {tau2: 0, mu: 0.5}
 */
export function pauleMandel(
  values: readonly number[],
  variances: readonly number[],
): { tau2: number; mu: number } {
  requirePairs(values, variances)
  const tau2 = momentSpread(values, variances)
  return { tau2, mu: sums(values, variances, tau2).mu }
}

/** Fisher scoring of the (restricted) likelihood, steps halved before tau² turns negative. */
function likeliest(
  values: readonly number[],
  variances: readonly number[],
  restricted: boolean,
  start: number,
): number {
  let tau2 = Math.max(start, Math.min(...variances) / 100)
  for (let i = 0; i < 500; i += 1) {
    const { w1, w2, w3, q2 } = sums(values, variances, tau2)
    const trace = restricted ? w1 - w2 / w1 : w1
    const information = restricted ? w2 - (2 * w3) / w1 + (w2 / w1) ** 2 : w2
    let step = (q2 - trace) / information
    // The likelihood may be highest at the boundary itself.
    if (tau2 + step < 0 && tau2 < 1e-14 * Math.max(...variances)) return 0
    while (tau2 + step < 0) step /= 2
    tau2 += step
    if (Math.abs(step) <= 1e-14 * tau2) break
  }
  return tau2
}

/**
 * Variance between units beyond sampling (tau²), the mean it implies, Cochran's Q and I².
 *
 * @param variances squared standard errors, above 0
 * @throws PalauteError `bad_option` naming the entry that is not finite or not above 0
 * Source: metafor's rma; DerSimonian & Laird 1986; Paule & Mandel 1982; Viechtbauer 2005.
 * @example heterogeneity([0.5, 0.5], [0.01, 0.02]).tau2 // 0
 */
export function heterogeneity(
  values: readonly number[],
  variances: readonly number[],
  method: HeterogeneityMethod = 'PM',
): { tau2: number; mu: number; seMu: number; q: number; i2: number } {
  requirePairs(values, variances)
  const k = values.length
  const fixed = sums(values, variances, 0)
  const typical = fixed.w1 - fixed.w2 / fixed.w1
  const moment = k > 1 ? Math.max(0, (fixed.q - (k - 1)) / typical) : 0
  let tau2 = moment
  if (method === 'PM') tau2 = momentSpread(values, variances)
  else if (method !== 'DL') tau2 = k > 1 ? likeliest(values, variances, method === 'REML', moment) : 0
  const { mu, w1 } = sums(values, variances, tau2)
  const within = (k - 1) / typical
  return { tau2, mu, seMu: Math.sqrt(1 / w1), q: fixed.q, i2: k > 1 ? (100 * tau2) / (tau2 + within) : 0 }
}
