/** Coefficients of the hidden values in a total that is shown. */
export type Equation = readonly number[]

/** Reduced rows that span the same space, one pivot each (Gauss-Jordan with the largest pivot). */
function reduce(equations: readonly Equation[]): { pivot: number; row: number[] }[] {
  const rows = equations.map((equation) => [...equation])
  const reduced: { pivot: number; row: number[] }[] = []
  for (const row of rows) {
    for (const { pivot, row: earlier } of reduced) subtract(row, earlier, row[pivot] ?? 0)
    const size = Math.max(0, ...row.map(Math.abs))
    if (size <= 1e-12) continue
    const pivot = row.findIndex((value) => Math.abs(value) === size)
    const lead = row[pivot] ?? 1
    for (let i = 0; i < row.length; i += 1) row[i] = (row[i] ?? 0) / lead
    for (const { row: earlier } of reduced) subtract(earlier, row, earlier[pivot] ?? 0)
    reduced.push({ pivot, row })
  }
  return reduced
}

function subtract(row: number[], other: readonly number[], times: number): void {
  if (times === 0) return
  other.forEach((value, i) => {
    row[i] = (row[i] ?? 0) - times * value
  })
}

/**
 * What totals give away of hidden values: a combination of them is determined when it lies in the space of
 * the coefficients, so that adding and subtracting totals leaves nothing else.
 *
 * @returns `alone`: places of hidden values that are determined by themselves; `determines`: whether a
 * combination is
 * @example solve([[0.5, 0.5, 0], [0, 0.5, 0.5]]).determines([1, 0, -1]) // true
 */
export function solve(equations: readonly Equation[]): {
  alone: number[]
  determines: (target: Equation) => boolean
} {
  const reduced = reduce(equations)
  return {
    alone: reduced.flatMap(({ pivot, row }) =>
      row.every((value, i) => i === pivot || Math.abs(value) <= 1e-9) ? [pivot] : [],
    ),
    determines(target) {
      const rest = [...target]
      for (const { pivot, row } of reduced) subtract(rest, row, rest[pivot] ?? 0)
      const size = Math.max(0, ...target.map(Math.abs))
      return size > 0 && Math.max(0, ...rest.map(Math.abs)) <= 1e-9 * size
    },
  }
}
