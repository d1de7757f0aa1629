import { pauleMandel } from './pauleMandel.js'

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
  // Checks the values, too.
  const { tau2: balanced } = pauleMandel(values, variances)
  const k = values.length
  const fixed = sums(values, variances, 0)
  const typical = fixed.w1 - fixed.w2 / fixed.w1
  const moment = k > 1 ? Math.max(0, (fixed.q - (k - 1)) / typical) : 0
  let tau2 = moment
  if (method === 'PM') tau2 = balanced
  else if (method !== 'DL') tau2 = k > 1 ? likeliest(values, variances, method === 'REML', moment) : 0
  const { mu, w1 } = sums(values, variances, tau2)
  const within = (k - 1) / typical
  return { tau2, mu, seMu: Math.sqrt(1 / w1), q: fixed.q, i2: k > 1 ? (100 * tau2) / (tau2 + within) : 0 }
}
