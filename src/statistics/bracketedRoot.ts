/**
 * Root of a continuous function between two points where its signs differ, to the last double between them:
 * the Illinois variant of regula falsi, with a bisection after every slow step (Dowell & Jarratt 1971).
 * A sign of zero at an end makes that end the root.
 */
export function bracketedRoot(f: (x: number) => number, from: number, to: number): number {
  let a = from
  let b = to
  let fa = f(a)
  let fb = f(b)
  if (fa === 0) return a
  if (fb === 0) return b
  for (let i = 0; i < 400; i += 1) {
    const width = Math.abs(b - a)
    const secant = b - (fb * (b - a)) / (fb - fa)
    const between = secant > Math.min(a, b) && secant < Math.max(a, b)
    const x = between && i % 3 !== 2 ? secant : a + (b - a) / 2
    if (x === a || x === b || width <= 2 ** -53 * Math.abs(x)) return x
    const fx = f(x)
    if (fx === 0) return x
    if (Math.sign(fx) === Math.sign(fb)) fa /= 2
    else {
      a = b
      fa = fb
    }
    b = x
    fb = fx
  }
  return b
}
