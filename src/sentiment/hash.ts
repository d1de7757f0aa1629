/** Mixes a number so that every bit of it moves the lowest ones; signed, so that it is a small integer to the engine. */
export const spread = (value: number): number => {
  let h = value ^ (value >>> 15)
  h = Math.imul(h, 0x2c1b3c6d)
  return h ^ (h >>> 13)
}

/** FNV-1a over UTF-16 units from a seed of its kind, with a last mix. */
export function hashText(text: string, seed: number): number {
  let h = seed
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return spread(h)
}

/** A feature of two numbers, in this order. */
export const mix = (x: number, y: number): number => spread(Math.imul(x, 0x9e3779b1) ^ y)
