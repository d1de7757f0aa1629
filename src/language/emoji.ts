const PICTOGRAPH = /^\p{Extended_Pictographic}/u

function isRegional(point: number): boolean {
  return point >= 0x1f1e6 && point <= 0x1f1ff
}

/**
 * End of the emoji sequence that starts at `start` (UTS #51: flags, skin tones, keycaps, tags, ZWJ sequences),
 * or `start` when no emoji stands there. Bare ©, ® and ™ are symbols unless a variation selector asks for more.
 */
export function emojiEnd(text: string, start: number): number {
  const point = text.codePointAt(start) as number
  if (isRegional(point)) {
    const second = text.codePointAt(start + 2)
    return second !== undefined && isRegional(second) ? start + 4 : start + 2
  }
  let end = start
  let next = point
  for (;;) {
    const character = String.fromCodePoint(next)
    if (!PICTOGRAPH.test(character)) return end === start ? start : end - 1
    if (next < 0x2190 && text.charCodeAt(end + 1) !== 0xfe0f) return end
    end = modifiersEnd(text, end + character.length)
    if (text.charCodeAt(end) !== 0x200d || end + 1 >= text.length) return end
    next = text.codePointAt(end + 1) as number
    end += 1
  }
}

/** Variation selectors, skin tones, keycap marks and tags after a base. */
function modifiersEnd(text: string, start: number): number {
  let i = start
  for (;;) {
    const code = text.charCodeAt(i)
    if (code === 0xfe0f || code === 0xfe0e || code === 0x20e3) {
      i += 1
      continue
    }
    const low = text.charCodeAt(i + 1)
    const tone = code === 0xd83c && low >= 0xdffb && low <= 0xdfff
    const tag = code === 0xdb40 && low >= 0xdc20 && low <= 0xdc7f
    if (!tone && !tag) return i
    i += 2
  }
}

/** End of a keycap (digit, #, *; U+FE0F; U+20E3) at `start`, or `start`. */
export function keycapEnd(text: string, start: number): number {
  const selector = text.charCodeAt(start + 1) === 0xfe0f ? 2 : 1
  return text.charCodeAt(start + selector) === 0x20e3 ? start + selector + 1 : start
}
