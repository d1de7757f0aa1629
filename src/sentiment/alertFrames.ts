import type { Document } from '../language/document.js'
import type { ConceptReader, ConceptsRead } from './alertConcepts.js'
import { meets, type SparseMask, sparse } from './alertMask.js'
import { type AlertRow, badTable } from './alertTable.js'

/** How a slot stands to the one before it. */
export interface Slot {
  mask: SparseMask
  /** `after`: follows it in its sentence; `near`: on either side of it there; `region`: in this or a neighboring sentence. */
  link: 'after' | 'near' | 'region'
  /** Words at most between the two. */
  reach: number
}

export interface Frame {
  row: AlertRow
  slots: readonly Slot[]
  /** Concepts that take the alert away in its own sentence, and those that do so in a neighboring one too. */
  unless: SparseMask | undefined
  unlessAround: SparseMask | undefined
  /** Neither praise nor a resolution nearby takes it away. */
  firm: boolean
  /** A negation belongs to it, so that a negation does not deny it. */
  negative: boolean
}

/** Words between two slots unless the table says otherwise. */
const AFTER = 5
const NEAR = 10
/** Words between slots of neighboring sentences. */
const REGION = 40

/**
 * Compiles a row. In its frame a slot is a concept or several (`a|b`); `a b` stand in one sentence in either order,
 * `a > b` in this order, `a & b` in this or a neighboring sentence; a number after the sign (`a >2 b`, `a ~3 b`)
 * bounds the words between. In the column `unless`, `&` marks a concept that holds in the neighboring sentences too,
 * `!` says that praise and resolutions do not silence the row, `~` that a negation does not deny it.
 *
 * @throws {PalauteError} `bad_option` for a frame that cannot be read or a concept that the table lacks
 */
export function compileFrame(row: AlertRow, { maskOf }: ConceptReader): Frame {
  const slots: Slot[] = []
  let link: Slot['link'] = 'near'
  let reach = NEAR
  let negative = row.unless.includes('~')
  for (const piece of row.frame.split(' ').filter(Boolean)) {
    const sign = piece[0] as string
    if (sign === '>' || sign === '~' || sign === '&') {
      link = sign === '>' ? 'after' : sign === '&' ? 'region' : 'near'
      reach = Number(piece.slice(1)) || (sign === '>' ? AFTER : sign === '&' ? REGION : NEAR)
      continue
    }
    const names = piece.split('|')
    if (names.includes('neg')) negative = true
    slots.push({ mask: sparse(maskOf(names)), link, reach })
    link = 'near'
    reach = NEAR
  }
  if (slots.length === 0) throw badTable(row.frame)
  const unless = row.unless.split('|').filter((name) => /^&?[a-z]/.test(name))
  const own = unless.filter((name) => name[0] !== '&')
  const around = unless.filter((name) => name[0] === '&').map((name) => name.slice(1))
  return {
    row,
    slots,
    unless: own.length === 0 ? undefined : sparse(maskOf(own)),
    unlessAround: around.length === 0 ? undefined : sparse(maskOf(around)),
    firm: row.unless.includes('!'),
    negative,
  }
}

/** Where sentences end, by token, and what the words say. */
export interface Scene extends ConceptsRead {
  document: Document
  /** Sentence of each token. */
  sentenceOf: Int32Array
  /** Numbers of a row. */
  size: number
}

/** The tokens of a frame that opens at `first`, one a slot; undefined where it is not met. */
export function frameAt(frame: Frame, scene: Scene, first: number): number[] | undefined {
  const at = [first]
  return fill(frame.slots, 1, scene, at) ? at : undefined
}

/** Slots are few and their reach is bounded, whatever the length of the text. */
function fill(slots: readonly Slot[], next: number, scene: Scene, at: number[]): boolean {
  const slot = slots[next]
  if (slot === undefined) return true
  const before = at[next - 1] as number
  const [first, last] = stretch(slot, scene, before)
  // The nearest first, so that the evidence is what belongs together.
  for (let step = 1; step <= slot.reach + 1; step += 1)
    for (const i of [before + step, before - step]) {
      if (i < first || i >= last || at.includes(i)) continue
      if (!meets(scene.rows, i * scene.size, slot.mask)) continue
      at.push(i)
      if (fill(slots, next + 1, scene, at)) return true
      at.pop()
    }
  return false
}

function stretch({ link }: Slot, scene: Scene, at: number): [first: number, last: number] {
  const sentence = scene.sentenceOf[at] as number
  const { sentences } = scene.document
  if (link === 'region') return regionOf(scene, at)
  const own = sentences[sentence] as { first: number; last: number }
  return [link === 'after' ? at + 1 : own.first, own.last]
}

/** The sentence of a token with its neighbors, at most `REGION` words to each side. */
export function regionOf({ document, sentenceOf }: Scene, at: number): [first: number, last: number] {
  const sentence = sentenceOf[at] as number
  const { sentences } = document
  const before = sentences[sentence - 1] ?? sentences[sentence]
  const after = sentences[sentence + 1] ?? sentences[sentence]
  return [
    Math.max(before?.first ?? 0, at - REGION),
    Math.min(after?.last ?? document.tokens.length, at + REGION),
  ]
}
