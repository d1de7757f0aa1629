import { byteTable } from './encoding.js'

/**
 * UTF-8 that was once read as windows-1252 (or Latin-1, with control characters in it) and saved: "HyvÃ¤" for "Hyvä". Only lead characters that do not
 * occur before such followers in Finnish, Swedish or English are taken as a sign: Â Ã Å of two bytes, â of
 * three (dashes, quotes, €), ï of three (the variation selector of emoji, the byte order mark), ð of four (emoji).
 */
const follower =
  '[\\u0080-\\u00BF\u20AC\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u017D' +
  '\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u017E\u0178]'
const garbled = new RegExp(
  `\u00F0${follower}{3}|[\u00E2\u00EF]${follower}{2}|[\u00C2\u00C3]${follower}|\u00C5[\u00A0\u00A1\u00BD\u00BE\u017E]`,
  'g',
)

const leads = ['\u00C3', '\u00C2', '\u00E2', '\u00F0', '\u00C5', '\u00EF']

export interface MojibakeRepair {
  /** Text of the next chunk, repaired; what may go on in the next chunk is held back until then. */
  repair(text: string, last: boolean): string
  /** Sequences found so far. */
  found: number
}

/** Repairs mojibake in a stream of text; with `only` it counts and changes nothing. */
export function createMojibakeRepair(only = false): MojibakeRepair {
  let bytes: Map<string, number> | undefined
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let held = ''

  function original(sequence: string): string {
    bytes ??= new Map(
      Array.from(byteTable('windows-1252'), (unit, byte) => [String.fromCharCode(unit), byte]),
    )
    const known = bytes
    try {
      return decoder.decode(Uint8Array.from(sequence, (char) => known.get(char) ?? char.charCodeAt(0)))
    } catch {
      return sequence
    }
  }

  return {
    found: 0,
    repair(chunk, last) {
      let text = held + chunk
      held = ''
      if (!leads.some((lead) => text.includes(lead))) return text
      if (!last) {
        const end = Math.max(...leads.map((lead) => text.lastIndexOf(lead)))
        // A sequence may need three more characters, and one garbled twice six.
        if (end >= text.length - 8) {
          const from = Math.max(
            0,
            Math.min(
              ...leads.map((lead) => {
                const at = text.indexOf(lead, text.length - 8)
                return at < 0 ? text.length : at
              }),
            ),
          )
          held = text.slice(from)
          text = text.slice(0, from)
        }
      }
      // Twice, since exports are at times garbled on two legs of their way.
      for (let round = 0; round < 2; round += 1) {
        let count = 0
        const better = text.replace(garbled, (sequence) => {
          const repaired = original(sequence)
          if (repaired !== sequence) count += 1
          return repaired
        })
        if (count === 0) break
        if (round === 0) this.found += count
        if (only) break
        text = better
      }
      return text
    },
  }
}
