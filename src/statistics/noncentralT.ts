import { normalTails } from './normal.js'
import { logGammaKernel } from './saddlePoint.js'

/**
 * P(T > q) of the noncentral t distribution, for the power of t tests: the mean of the normal tail over the
 * distribution of s/sigma, integrated by Simpson's rule on log s, where the integrand is smooth and dies fast.
 */
export function noncentralTUpper(q: number, df: number, shift: number): number {
  const half = df / 2
  // log of the density of u = log(chi²/2): the gamma kernel; its spread is about 1/√half.
  const spread = Math.min(12, 12 / Math.sqrt(half) + 14 / half)
  const peak = Math.log(half)
  const steps = 4000
  let sum = 0
  let weight = 0
  for (let i = 0; i <= steps; i += 1) {
    const u = peak - spread * 1.5 + (i * spread * 2.5) / steps
    const x = Math.exp(u)
    const simpson = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2
    const density = simpson * Math.exp(logGammaKernel(x, half))
    weight += density
    if (density > 0) sum += density * normalTails(q * Math.sqrt(x / half) - shift).upper
  }
  return sum / weight
}
