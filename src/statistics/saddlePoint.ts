// Loader 2000, "Fast and accurate computation of binomial probabilities": densities as a saddle-point
// term times small corrections, so that nothing cancels when the parameters are large.

const halfLogTwoPi = 0.9189385332046728

/**
 * Error of Stirling's formula, log Γ(a) - [(a - 1/2) log a - a + log(2π)/2], for a > 0.
 * Below 15 the recurrence climbs to where the asymptotic series holds to double precision.
 */
export function stirlingError(a: number): number {
  let climbed = 0
  let at = a
  while (at < 15) {
    climbed += (at + 0.5) * Math.log1p(1 / at) - 1
    at += 1
  }
  const s = 1 / (at * at)
  const series =
    (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - (s * 691) / 360360))))) / at
  return climbed + series
}

/** log Γ(a) for a > 0, with absolute precision near its zeros at 1 and 2. */
export function logGamma(a: number): number {
  return (a - 0.5) * Math.log(a) - a + halfLogTwoPi + stirlingError(a)
}

/** Deviance term x log(x/m) + m - x, for x >= 0 and m > 0, without cancellation when x is near m. */
export function devianceTerm(x: number, m: number): number {
  if (x === 0) return m
  const difference = x - m
  if (Math.abs(difference) >= 0.1 * (x + m)) return x * Math.log(x / m) - difference
  const v = difference / (x + m)
  const square = v * v
  let power = 2 * x * v
  let sum = difference * v
  for (let k = 3; ; k += 2) {
    power *= square
    const next = sum + power / k
    if (next === sum) return sum
    sum = next
  }
}

/** log of x^a e^-x / Γ(a), for x > 0, a > 0. */
export function logGammaKernel(x: number, a: number): number {
  return 0.5 * Math.log(a) - halfLogTwoPi - stirlingError(a) - devianceTerm(a, x)
}

/** log of x^a y^b / B(a, b), with y = 1 - x given beside x so that neither loses digits. */
export function logBetaKernel(x: number, y: number, a: number, b: number): number {
  const n = a + b
  // a b / n as a product of a number near 1 and the smaller one, so that it neither over- nor underflows.
  const scale = a < b ? a * (b / n) : b * (a / n)
  return (
    0.5 * Math.log(scale) -
    halfLogTwoPi +
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    devianceTerm(a, n * x) -
    devianceTerm(b, n * y)
  )
}

/** log B(a, b) for a, b > 0. */
export function logBeta(a: number, b: number): number {
  const n = a + b
  const scale = a < b ? a * (b / n) : b * (a / n)
  const powers =
    a < b ? a * Math.log(a / n) + b * Math.log1p(-a / n) : a * Math.log1p(-b / n) + b * Math.log(b / n)
  return (
    powers + halfLogTwoPi - 0.5 * Math.log(scale) + stirlingError(a) + stirlingError(b) - stirlingError(n)
  )
}
