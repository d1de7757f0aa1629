import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as metrics from '../../src/metrics/index.js'
import * as statistics from '../../src/statistics/index.js'

// The examples of docstrings, run: `@example expression // result`, the result to as many digits as it shows.
const root = new URL('../../src/', import.meta.url)
const scope: Record<string, unknown> = { ...statistics, ...metrics }

interface Example {
  file: string
  code: string
  result: string
}

function examplesOf(folder: string): Example[] {
  return readdirSync(new URL(folder, root)).flatMap((file) => {
    const text = readFileSync(new URL(`${folder}/${file}`, root), 'utf8')
    return [...text.matchAll(/@example ([\s\S]*?)(?=\n \* @|\n \*\/)/g)].map(([, body = '']) => {
      const line = body.replace(/\n \* ?/g, ' ').trim()
      const at = line.indexOf(' // ')
      return { file: `${folder}/${file}`, code: line.slice(0, at), result: line.slice(at + 4) }
    })
  })
}

/** The result as written, up to a remark after a colon: numbers keep their text, for their digits. */
function expectLike(got: unknown, written: string): void {
  const literal = written.replace(/: [a-z ]+$/, (remark) => (written.startsWith('{') ? remark : ''))
  const quoted = literal.replace(
    /(?<![\w"'.])-?\d[\d_]*(?:\.\d+)?(?:e-?\d+)?/g,
    (number) => `num("${number}")`,
  )
  const want = new Function('num', `return (${quoted})`)((text: string) => ({ text })) as unknown
  check(got, want)
}

function check(got: unknown, want: unknown): void {
  if (want && typeof want === 'object' && 'text' in want && typeof want.text === 'string') {
    expect(typeof got).toBe('number')
    const text = want.text.replaceAll('_', '')
    const [mantissa = '', exponent = '0'] = text.split('e')
    const decimals = (mantissa.split('.')[1] ?? '').length - Number(exponent)
    expect(Math.abs((got as number) - Number(text)), `${got} against ${text}`).toBeLessThanOrEqual(
      decimals > 10 ? 1e-11 * Math.abs(Number(text)) : 0.50001 * 10 ** -decimals,
    )
  } else if (Array.isArray(want)) {
    expect(got).toHaveLength(want.length)
    want.forEach((inner, i) => {
      check((got as unknown[])[i], inner)
    })
  } else if (want && typeof want === 'object')
    for (const [key, inner] of Object.entries(want)) check((got as Record<string, unknown>)[key], inner)
  else expect(got).toBe(want)
}

describe.each(['statistics', 'metrics'])('examples of %s', (folder) => {
  const examples = examplesOf(folder)

  it('are there', () => {
    expect(examples.length).toBeGreaterThan(10)
  })

  it.each(examples)('$file: $code', ({ code, result }) => {
    const got = new Function(...Object.keys(scope), `return (${code})`)(...Object.values(scope)) as unknown
    expectLike(got, result)
  })
})
