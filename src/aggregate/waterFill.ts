import { badOption } from './badOption.js'

/**
 * Shares proportional to the values, none above the cap: min(cap, λ value), λ such that they sum to 1.
 *
 * @param values zero or more, any unit; a zero stays at zero
 * @param cap largest share allowed, above 0
 * @returns shares in the order of the values, summing to 1
 * @throws PalauteError `bad_option` (path `cap`) when cap × (number of positive values) < 1, or nothing is positive
 * Source: bounded proportional allocation by water-filling; units are capped from the largest down, and
 * what they leave is shared by the rest in proportion.
 * @example waterFill([1000, 100, 50, 20, 10, 5], 0.25) // [0.25, 0.25, 0.25, 0.142857, 0.0714286, 0.0357143]
 */
export function waterFill(values: readonly number[], cap: number): number[] {
  if (!(cap > 0)) throw badOption('cap', `cap must be above 0, got ${cap}.`)
  const order = values.map((_, i) => i).filter((i) => (values[i] ?? 0) > 0)
  order.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b)
  // Rounding must not refuse 4 units at a cap of .25.
  if (order.length === 0 || cap * order.length < 1 - 1e-12)
    throw badOption(
      'cap',
      `A cap of ${cap} cannot be held by ${order.length} units of positive volume; raise it to ${1 / (order.length || 1)} or more.`,
    )
  const top = values[order[0] ?? 0] ?? 1
  const scaled = (i: number) => (values[i] ?? 0) / top
  // Summed from the smallest up: the remainder after capping k units is then exact to rounding.
  const rest = new Float64Array(order.length + 1)
  for (let k = order.length - 1; k >= 0; k -= 1) rest[k] = (rest[k + 1] ?? 0) + scaled(order[k] ?? 0)
  let capped = 0
  const free = () => 1 - cap * capped
  while (capped < order.length - 1 && free() * scaled(order[capped] ?? 0) > cap * (rest[capped] ?? 0))
    capped += 1
  const shares = values.map(() => 0)
  const remainder = rest[capped] ?? 1
  order.forEach((i, rank) => {
    shares[i] = rank < capped ? cap : Math.min(cap, (free() * scaled(i)) / remainder)
  })
  return shares
}
