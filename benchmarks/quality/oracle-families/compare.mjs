// How a result is held against a case of the oracle: `tol` is relative above 1 and absolute below, but tail
// probabilities are compared relatively, since they carry their meaning in their exponent.

const infinities = { Inf: Infinity, '-Inf': -Infinity }
// Remarks of the oracle, not figures.
const remarks = new Set(['note', 'score_check_maxdiff'])
const tail = /^(p|.*_p|p_.*)$/
// In lists of the distributions `upper` is a tail too; elsewhere it is the end of an interval.
const isTail = (key, path) => tail.test(key) || (key === 'upper' && path.endsWith(']'))

export const number = (value) => (typeof value === 'string' ? (infinities[value] ?? null) : value)

const show = (value) => (value === undefined ? 'nothing' : JSON.stringify(value))
const undefinedNumber = (value) => value === null || value === undefined || Number.isNaN(value)

/** null when `got` holds every figure of `expected`, else the first place where it does not. */
export function compare(got, expected, tol, path = '', key = '') {
  const wrong = () => ({ path, got: show(got), expected: show(expected) })
  if (path === '' && expected?.error !== undefined) {
    const refused = undefinedNumber(got) || got.error !== undefined || got.reason !== undefined
    return refused ? null : wrong()
  }
  if (path === '' && got?.error !== undefined) return wrong()
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length) return wrong()
    for (let i = 0; i < expected.length; i += 1) {
      const inner = compare(got[i], expected[i], tol, `${path}[${i}]`, key)
      if (inner) return inner
    }
    return null
  }
  if (expected !== null && typeof expected === 'object') {
    if (got === null || typeof got !== 'object') return wrong()
    for (const name of Object.keys(expected)) {
      if (remarks.has(name)) continue
      const inner = compare(got[name], expected[name], tol, path ? `${path}.${name}` : name, name)
      if (inner) return inner
    }
    return null
  }
  if (typeof expected === 'boolean') return got === expected ? null : wrong()
  if (typeof expected === 'string' && !['NA', 'NaN', 'Inf', '-Inf'].includes(expected))
    return got === expected ? null : wrong()
  const want = number(expected)
  if (want === null) return undefinedNumber(number(got)) ? null : wrong()
  const have = number(got)
  if (typeof have !== 'number' || Number.isNaN(have)) return wrong()
  if (have === want) return null
  if (!Number.isFinite(want) || !Number.isFinite(have)) return wrong()
  const difference = Math.abs(have - want)
  const size = isTail(key, path) && Math.abs(want) < 1 ? Math.abs(want) : Math.max(1, Math.abs(want))
  return difference <= Math.max(tol, isTail(key, path) ? 1e-9 : 0) * size ? null : wrong()
}
