import { PalauteError } from '../errors.js'
import { requireNumber } from './require.js'

export interface Regression {
  /** Intercept first, then one per predictor. */
  coefficients: number[]
  /** Under equal variances. */
  standardErrors: number[]
  /** HC3, which holds for small samples with unequal variances; null where a row decides its own fit. */
  robustErrors: number[] | null
  rSquared: number
}

/** Columns of the design: the intercept and the predictors, checked to be as long as y. */
export function requireDesign(y: readonly number[], predictors: readonly (readonly number[])[]): number[][] {
  y.forEach((value, i) => {
    requireNumber(value, `y[${i}]`)
  })
  return [
    y.map(() => 1),
    ...predictors.map((column, j) => {
      if (column.length !== y.length)
        throw new PalauteError('bad_option', `predictors[${j}] must be as long as y.`, {
          path: `predictors[${j}]`,
        })
      return column.map((value, i) => requireNumber(value, `predictors[${j}][${i}]`))
    }),
  ]
}

/**
 * Thin QR of the columns by modified Gram-Schmidt, each column projected twice so that nothing is left over.
 * Null where a column is a combination of those before it.
 */
export function decompose(columns: readonly (readonly number[])[]): { q: number[][]; r: number[][] } | null {
  const q: number[][] = []
  const r: number[][] = columns.map(() => columns.map(() => 0))
  for (const [j, column] of columns.entries()) {
    const rest = [...column]
    const size = Math.hypot(...rest)
    for (let pass = 0; pass < 2; pass += 1)
      for (const [i, basis] of q.entries()) {
        const along = basis.reduce((sum, value, k) => sum + value * (rest[k] ?? 0), 0)
        const row = r[i]
        if (row) row[j] = (row[j] ?? 0) + along
        basis.forEach((value, k) => {
          rest[k] = (rest[k] ?? 0) - along * value
        })
      }
    const left = Math.hypot(...rest)
    if (!(left > 1e-10 * size)) return null
    const row = r[j]
    if (row) row[j] = left
    q.push(rest.map((value) => value / left))
  }
  return { q, r }
}

/** Inverse of an upper triangular matrix. */
export function invertTriangle(r: readonly (readonly number[])[]): number[][] {
  const p = r.length
  const inverse = r.map(() => r.map(() => 0))
  for (let j = 0; j < p; j += 1)
    for (let i = j; i >= 0; i -= 1) {
      let sum = i === j ? 1 : 0
      for (let k = i + 1; k <= j; k += 1) sum -= (r[i]?.[k] ?? 0) * (inverse[k]?.[j] ?? 0)
      const row = inverse[i]
      if (row) row[j] = sum / (r[i]?.[i] ?? 1)
    }
  return inverse
}

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)

/**
 * Ordinary least squares with an intercept.
 *
 * @param y outcome, e.g. -1, 0, 1 for detractors, passives and promoters
 * @param predictors one column each, e.g. 0/1 for whether a theme is mentioned
 * @returns null where there are no more rows than coefficients, or a predictor follows from the others
 * @throws PalauteError `bad_option` when columns differ in length or hold NaN
 * Source: MacKinnon & White 1985 (HC3); equals R's lm with sandwich::vcovHC.
 * @example leastSquares([1, 2, 4], [[0, 1, 2]])?.coefficients // [0.8333, 1.5]
 */
export function leastSquares(
  y: readonly number[],
  predictors: readonly (readonly number[])[],
): Regression | null {
  const columns = requireDesign(y, predictors)
  const [n, p] = [y.length, columns.length]
  const qr = n > p ? decompose(columns) : null
  if (!qr) return null
  const inverse = invertTriangle(qr.r)
  const effects = qr.q.map((basis) => dot(basis, y))
  const coefficients = inverse.map((row) => dot(row, effects))
  const residuals = y.map(
    (value, i) => value - columns.reduce((sum, c, j) => sum + (c[i] ?? 0) * (coefficients[j] ?? 0), 0),
  )
  const leverage = y.map((_, i) => qr.q.reduce((sum, basis) => sum + (basis[i] ?? 0) ** 2, 0))
  const squares = dot(residuals, residuals)
  const mean = y.reduce((sum, value) => sum + value, 0) / n
  const total = y.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  // Row j of the inverse times Q' is what each answer adds to coefficient j.
  const influence = inverse.map((row) =>
    y.map((_, i) => qr.q.reduce((sum, basis, k) => sum + (row[k] ?? 0) * (basis[i] ?? 0), 0)),
  )
  const robust = influence.map((row) =>
    Math.sqrt(
      row.reduce((sum, value, i) => sum + (value * ((residuals[i] ?? 0) / (1 - (leverage[i] ?? 0)))) ** 2, 0),
    ),
  )
  return {
    coefficients,
    standardErrors: inverse.map((row) => Math.sqrt((dot(row, row) * squares) / (n - p))),
    robustErrors: leverage.some((h) => h > 1 - 1e-10) ? null : robust,
    rSquared: total > 0 ? Math.max(0, 1 - squares / total) : 0,
  }
}

export interface RelativeImportance {
  rSquared: number
  /** What each predictor adds to R², averaged over all orders of entry; they sum to R². */
  importance: number[]
  /** importance / R². */
  shares: number[]
}

/** All subsets are gone through: past this many predictors that takes too long. */
const mostPredictors = 15

/**
 * Relative importance of predictors: Shapley values of R² (LMG). Unsigned, and of association only.
 *
 * @returns null where y does not vary or a predictor follows from the others
 * @throws PalauteError `bad_option` when columns differ in length, hold NaN, or are more than 15
 * Source: Lindeman, Merenda & Gold 1980; Lipovetsky & Conklin 2001.
 */
export function relativeImportance(
  y: readonly number[],
  predictors: readonly (readonly number[])[],
): RelativeImportance | null {
  const p = predictors.length
  if (p === 0 || p > mostPredictors)
    throw new PalauteError('bad_option', `predictors must be 1 to ${mostPredictors}; got ${p}.`, {
      path: 'predictors',
    })
  requireDesign(y, predictors)
  const fits: number[] = []
  for (let mask = 0; mask < 1 << p; mask += 1) {
    const fit = leastSquares(
      y,
      predictors.filter((_, j) => mask & (1 << j)),
    )
    if (!fit) return null
    fits.push(fit.rSquared)
  }
  const rSquared = fits.at(-1) ?? 0
  if (!(rSquared > 0)) return null
  const size = (mask: number) => predictors.filter((_, j) => mask & (1 << j)).length
  // Orders in which s given ones come before and the rest after: s! (p - s - 1)! / p!
  const weights = Array.from({ length: p }, (_, s) => {
    let ways = p
    for (let i = 1; i <= s; i += 1) ways *= (p - i) / i
    return 1 / ways
  })
  const importance = predictors.map((_, j) =>
    fits.reduce(
      (sum, fit, mask) =>
        mask & (1 << j) ? sum : sum + (weights[size(mask)] ?? 0) * ((fits[mask | (1 << j)] ?? 0) - fit),
      0,
    ),
  )
  return { rSquared, importance, shares: importance.map((value) => value / rSquared) }
}
