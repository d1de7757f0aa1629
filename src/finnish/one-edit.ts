import { encodeKey } from './alphabet.js'
import { compose, type Rewriting } from './rewriting.js'
import { endsKey, markedKey, placeShift } from './trie-cells.js'

/** Codes of the letters of Finnish: the commonest have the first codes. */
const lastLetter = Math.max(...encodeKey('abcdefghijklmnopqrstuvwxyzåäö'))

/** Rows of the keyboard, each set half a key to the right of the one above. */
const rows = ['qwertyuiopå', 'asdfghjklöä', 'zxcvbnm']

/** By letter: those whose keys lie beside its own, as bits. */
const beside = new Int32Array(256)
rows.forEach((row, at) => {
  const below = rows[at + 1] ?? ''
  for (let key = 0; key < row.length; key++)
    for (const other of [row[key + 1], below[key], below[key - 1]])
      if (other !== undefined) {
        const [one = 0, two = 0] = encodeKey(`${row[key]}${other}`)
        beside[one] = (beside[one] as number) | (1 << two)
        beside[two] = (beside[two] as number) | (1 << one)
      }
})

/** Stems that an ending is mended after have so many letters. */
const shortestStem = 3
const letters = [0]

/**
 * Words that one letter makes different: left out, or that of the key beside in its place (for letters doubled, swapped
 * or too many see misspelling.ts). Stems are walked from where they follow the word, endings from where they end it;
 * what does not meet the other is not tried.
 */
export function tryOneEdit(word: Rewriting): void {
  const { base, trail, stemCells, endingCells } = word
  trail.noteEnds(base.length)
  for (let at = 1; at <= trail.reach && at < base.length; at++) {
    const own = base.codes[at] as number
    const near = beside[own] as number
    const place = (trail.cells[at] as number) >> placeShift
    for (let code = 1; code <= lastLetter; code++) {
      const cell = stemCells[place + code] as number
      if ((cell & 255) !== code || code === own) continue
      if (meetsEnding(word, cell, at)) consider(word, code, at, at)
      if (((near >>> code) & 1) === 1 && meetsEnding(word, cell, at + 1)) consider(word, code, at, at + 1)
    }
  }
  let ending = endingCells[0] as number
  for (let at = base.length; at > shortestStem && ending >= 0; at--) {
    const own = base.codes[at - 1] as number
    const near = beside[own] as number
    const place = ending >> placeShift
    for (let code = 1; code <= lastLetter; code++) {
      const cell = endingCells[place + code] as number
      if ((cell & 255) !== code || code === own) continue
      if (meetsStem(word, cell, at)) consider(word, code, at, at)
      if (((near >>> code) & 1) === 1 && meetsStem(word, cell, at - 1)) consider(word, code, at - 1, at)
    }
    ending = endingCells[place + own] as number
    if ((ending & 255) !== own) return
  }
}

/** The word with its letters `from` to `until` as one other. */
function consider(word: Rewriting, code: number, from: number, until: number): void {
  letters[0] = code
  compose(word.changed, word.base, from, letters, until)
  word.consider(word.changed, from)
}

/** Whether some ending goes on with the word's letters before a place to where a stem ends. */
function meetsStem({ base, trail, endingCells }: Rewriting, first: number, until: number): boolean {
  let cell = first
  for (let at = until; at >= shortestStem; at--) {
    if ((cell & endsKey) !== 0 && trail.stems[at] === 1) return true
    if (cell < 0) return false
    const code = base.codes[at - 1] as number
    cell = endingCells[(cell >> placeShift) + code] as number
    if ((cell & 255) !== code) return false
  }
  return false
}

/** Whether some stem goes on with the word's letters from a place up to where an ending or a suffix may begin. */
function meetsEnding({ base, trail, stemCells }: Rewriting, first: number, from: number): boolean {
  let cell = first
  for (let at = from; ; at++) {
    if ((cell & endsKey) !== 0 && (trail.ends[at] === 1 || (cell & markedKey) !== 0)) return true
    if (cell < 0 || at >= base.length) return false
    const code = base.codes[at] as number
    cell = stemCells[(cell >> placeShift) + code] as number
    if ((cell & 255) !== code) return false
  }
}
