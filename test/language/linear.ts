import { performance } from 'node:perf_hooks'

/** Milliseconds of the fastest of five runs, since a busy machine only adds time. */
export function fastest(run: () => void): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now()
    run()
    best = Math.min(best, performance.now() - start)
  }
  return best
}

/**
 * How the time of `run` grows when its input grows eightfold: about 8 when linear, 64 when quadratic. A ratio within
 * one run, best of five, so that a slow machine does not matter.
 */
export function growth(piece: string, run: (text: string) => void, size = 12_000): number {
  const times = Math.ceil(size / piece.length)
  const short = piece.repeat(times)
  const long = piece.repeat(8 * times)
  run(long)
  return (
    fastest(() => run(long)) /
    Math.max(
      fastest(() => run(short)),
      0.05,
    )
  )
}

/** Texts that make careless scanners look back or ahead again and again. */
export const TRAPS = [
  'a',
  'ä',
  '1',
  '.',
  'a.',
  'a@',
  '@',
  'a-',
  '-',
  ':',
  ':a',
  '1.',
  '1-',
  "a'",
  '" ',
  ') ',
  '\n',
  '👍',
  '👍\u200d',
  '🇫🇮',
  '\ud800',
  '\u0308',
  '\u00ad',
  'www.',
  'http://',
  'a.b.c@',
  'Hyvä. ',
  'x ja -',
  'esim. ',
  'Спасибо ',
  'شكرا ',
]
