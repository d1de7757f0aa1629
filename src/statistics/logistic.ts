import { decompose, invertTriangle, requireDesign } from './regression.js'

export interface LogisticRegression {
  /** Intercept first, then one per predictor; log odds. */
  coefficients: number[]
  standardErrors: number[]
  deviance: number
  converged: boolean
  /** Some answers are fitted to 0 or 1: a predictor parts the outcomes, and its coefficient has no end. */
  separated: boolean
}

const mostIterations = 100

/**
 * Logistic regression of a 0/1 outcome with an intercept, by iteratively reweighted least squares.
 *
 * @param y 0 or 1
 * @param predictors one column each
 * @returns null where a predictor follows from the others
 * @throws PalauteError `bad_option` when columns differ in length or hold NaN
 * Source: McCullagh & Nelder 1989; start and steps as R's glm takes them.
 */
export function logisticRegression(
  y: readonly number[],
  predictors: readonly (readonly number[])[],
): LogisticRegression | null {
  const columns = requireDesign(y, predictors)
  const limit = -Math.log(Number.EPSILON)
  const link = (eta: number) => {
    const odds = eta < -limit ? Number.EPSILON : eta > limit ? 1 / Number.EPSILON : Math.exp(eta)
    return odds / (1 + odds)
  }
  const slopeOf = (eta: number) => {
    const odds = 1 + Math.exp(eta)
    return Math.abs(eta) > limit ? Number.EPSILON : Math.exp(eta) / (odds * odds)
  }
  let eta = y.map((value) => Math.log((value + 0.5) / 2 / (1 - (value + 0.5) / 2)))
  let mu = eta.map(link)
  let coefficients: number[] = []
  let standardErrors: number[] = []
  let deviance = devianceOf(y, mu)
  let converged = false
  for (let iteration = 0; iteration < mostIterations && !converged; iteration += 1) {
    const slopes = eta.map(slopeOf)
    const weights = slopes.map((slope, i) => slope / Math.sqrt((mu[i] ?? 0) * (1 - (mu[i] ?? 0))))
    const working = eta.map(
      (value, i) => (value + ((y[i] ?? 0) - (mu[i] ?? 0)) / (slopes[i] ?? 1)) * (weights[i] ?? 0),
    )
    const qr = decompose(columns.map((column) => column.map((value, i) => value * (weights[i] ?? 0))))
    if (!qr) return null
    const inverse = invertTriangle(qr.r)
    const effects = qr.q.map((basis) => basis.reduce((sum, value, i) => sum + value * (working[i] ?? 0), 0))
    coefficients = inverse.map((row) => row.reduce((sum, value, k) => sum + value * (effects[k] ?? 0), 0))
    standardErrors = inverse.map((row) => Math.hypot(...row))
    eta = y.map((_, i) =>
      columns.reduce((sum, column, j) => sum + (column[i] ?? 0) * (coefficients[j] ?? 0), 0),
    )
    mu = eta.map(link)
    const next = devianceOf(y, mu)
    converged = Math.abs(next - deviance) / (Math.abs(next) + 0.1) < 1e-14
    deviance = next
  }
  // Fitted this close to 0 or 1, an answer pulls its coefficient without end.
  const separated = mu.some((value) => value < 1e-10 || value > 1 - 1e-10)
  return { coefficients, standardErrors, deviance, converged, separated }
}

function devianceOf(y: readonly number[], mu: readonly number[]): number {
  const part = (value: number, fitted: number) => (value === 0 ? 0 : value * Math.log(value / fitted))
  return 2 * y.reduce((sum, value, i) => sum + part(value, mu[i] ?? 0) + part(1 - value, 1 - (mu[i] ?? 0)), 0)
}
