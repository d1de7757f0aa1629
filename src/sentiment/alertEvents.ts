import type { Document } from '../language/document.js'
import { type ConceptReader, compileConcepts } from './alertConcepts.js'
import { compileFrame, type Frame, frameAt, regionOf, type Scene } from './alertFrames.js'
import { conceptsAt, type Mask, meets, type SparseMask, sparse } from './alertMask.js'
import type { AlertTable } from './alertTable.js'
import { FLAG, type Weigher } from './alertWords.js'

/** Openings of frames followed up in one comment: a comment of many alerts needs no more. */
const TRIED = 800
/** How far, in words, a negation denies within its clause. */
const DENIES = 6
/** How far, in words, around its evidence an exclusion of a row is looked for. */
const NEARBY = 8

/** A frame that was met at these tokens. */
export interface AlertEvent {
  frame: Frame
  /** One token a slot. */
  at: readonly number[]
  /** Denied, resolved, praised or excluded: it raises nothing by itself. */
  silenced: boolean
}

/** What the table finds in a text; good until its reader reads the next one. */
export interface AlertScene extends Scene {
  events: readonly AlertEvent[]
}

export interface EventReader {
  concepts: ConceptReader
  frames: readonly Frame[]
  read(document: Document): AlertScene
}

/**
 * Makes a reader of a table: a frame is met where its concepts stand near each other. It is silenced where one of its
 * exclusions stands there; one that holds no negation of its own also where one governs it ("ei mitään vammoja"), and
 * where praise or a resolution answers it ("... mutta se huomattiin ajoissa, hyvin toimittu").
 *
 * @throws {PalauteError} `bad_option` for a table that cannot be read
 */
export function createEventReader(
  table: AlertTable,
  weigherOf?: (names: readonly string[]) => Weigher,
): EventReader {
  const reader = compileConcepts(table, weigherOf)
  const { width, size, flags } = reader.places
  const frames = table.rows.map((row) => compileFrame(row, reader))
  const byConcept = openings(frames, width)
  const named = Object.fromEntries(reserved.map((name) => [name, sparse(reader.maskOf([name]))])) as Record<
    (typeof reserved)[number],
    SparseMask
  >
  const turning = sparse(reader.maskOf(['neg', 'factive', 'clausemark']))
  const present = new Int32Array(width)
  let sentenceOf = new Int32Array(256)
  return { concepts: reader, frames, read }

  function read(document: Document): AlertScene {
    const { words, rows, ends } = reader.read(document)
    const count = words.length
    if (count > sentenceOf.length) sentenceOf = new Int32Array(count * 2)
    markSentences(document, sentenceOf)
    const events: AlertEvent[] = []
    const scene: AlertScene = { document, words, rows, ends, size, sentenceOf, events }
    markDenials(scene)
    present.fill(0)
    for (let i = 0, at = 0; i < count; i += 1, at += size)
      if ((rows[at + flags] as number) & FLAG.holds)
        for (let k = 0; k < width; k += 1) present[k] = (present[k] as number) | (rows[at + k] as number)
    const opening = openingOf(present)
    if (opening === undefined) return scene
    let tried = 0
    for (let i = 0; i < count && tried < TRIED; i += 1) {
      if (!meets(rows, i * size, opening)) continue
      for (const frame of framesOf(rows, i * size)) {
        if (!isPossible(frame, present)) continue
        tried += 1
        const at = frameAt(frame, scene, i)
        if (at === undefined) continue
        const silenced = (!frame.negative && isDenied(scene, i)) || isSilenced(frame, scene, at)
        events.push({ frame, at, silenced })
      }
    }
    return scene
  }

  /** The concepts at which a frame opens that a text of these concepts may carry. */
  function openingOf(present: Mask): SparseMask | undefined {
    let opening: Mask | undefined
    for (const frame of frames) {
      if (!isPossible(frame, present)) continue
      opening ??= new Int32Array(width)
      const { places, bits } = (frame.slots[0] as Frame['slots'][number]).mask
      for (let i = 0; i < places.length; i += 1)
        opening[places[i] as number] = (opening[places[i] as number] as number) | (bits[i] as number)
    }
    return opening && sparse(opening)
  }

  /** Frames that open at a token, each once. */
  function framesOf(rows: Int32Array, at: number): ReadonlySet<Frame> {
    return new Set(conceptsAt(rows, at, width).flatMap((id) => byConcept[id] ?? []))
  }

  /** A negation before it in the clause, unless it belongs to a verb of noticing or telling: "ei huomattu väärää annosta". */
  function markDenials({ document, rows }: AlertScene): void {
    const { words, sentences, sentenceLanguages } = document
    const deny = (i: number): void => {
      rows[i * size + flags] = (rows[i * size + flags] as number) | FLAG.denied
    }
    for (let s = 0; s < sentences.length; s += 1) {
      const { first, last } = sentences[s] as { first: number; last: number }
      let negation = -DENIES - 1
      for (let i = first; i < last; i += 1) {
        if (i - negation <= DENIES) deny(i)
        const at = i * size
        if ((rows[at + flags] as number) & FLAG.pause) negation = -DENIES - 1
        if (!((rows[at + flags] as number) & FLAG.holds) || !meets(rows, at, turning)) continue
        if (meets(rows, at, named.factive) || meets(rows, at, named.clausemark)) negation = -DENIES - 1
        else {
          negation = i
          // Swedish denies its verb after it ("slog inte").
          if (sentenceLanguages[s]?.code === 'sv' && i > first && words[i - 1]?.pos === 'verb') deny(i - 1)
        }
      }
    }
  }

  function isSilenced(frame: Frame, scene: AlertScene, at: readonly number[]): boolean {
    const first = Math.min(...at)
    const last = Math.max(...at) + 1
    const around = regionOf(scene, first)
    const own = scene.document.sentences[scene.sentenceOf[first] as number]
    const near = [
      Math.max(own?.first ?? 0, first - NEARBY),
      Math.min(Math.max(own?.last ?? 0, last), last + NEARBY),
    ] as const
    if (frame.unless && holds(scene, frame.unless, ...near)) return true
    if (frame.unlessAround && holds(scene, frame.unlessAround, ...around)) return true
    if (holds(scene, named.joke, ...around) || holds(scene, named.topic, ...around)) return true
    if (frame.firm) return false
    return holds(scene, named.resolved, ...around) || isPraised(scene, first, last, around)
  }

  /**
   * Praise after the event answers it, but for praise that only concedes ("vaikka hoitaja oli ystävällinen"); praise
   * before it counts within its sentence, up to a "mutta".
   */
  function isPraised(
    scene: AlertScene,
    first: number,
    last: number,
    around: readonly [number, number],
  ): boolean {
    const begin = scene.document.sentences[scene.sentenceOf[first] as number]?.first ?? 0
    for (let i = begin; i < around[1]; i += 1) {
      if (!meets(scene.rows, i * size, named.praise) || isDenied(scene, i)) continue
      if (i < first ? !holds(scene, named.but, i, first) : !holds(scene, named.although, last, i)) return true
    }
    return false
  }

  function isDenied({ rows }: AlertScene, i: number): boolean {
    return ((rows[i * size + flags] as number) & FLAG.denied) !== 0
  }
}

/** Concepts that the finder itself needs; the table defines them. */
const reserved = [
  'neg',
  'factive',
  'clausemark',
  'but',
  'although',
  'resolved',
  'praise',
  'joke',
  'topic',
] as const

function openings(frames: readonly Frame[], width: number): readonly (readonly Frame[])[] {
  const byConcept: Frame[][] = []
  for (const frame of frames) {
    const { places, bits } = (frame.slots[0] as Frame['slots'][number]).mask
    const mask = new Int32Array(width)
    places.forEach((place, i) => {
      mask[place] = bits[i] as number
    })
    for (const id of conceptsAt(mask, 0, width)) {
      byConcept[id] ??= []
      byConcept[id]?.push(frame)
    }
  }
  return byConcept
}

function holds({ rows, size }: Scene, wanted: SparseMask, first: number, last: number): boolean {
  for (let i = first; i < last; i += 1) if (meets(rows, i * size, wanted)) return true
  return false
}

/** Whether a text carries every slot of a frame: most lack one of most frames. */
function isPossible({ slots }: Frame, present: Mask): boolean {
  for (let s = 0; s < slots.length; s += 1)
    if (!meets(present, 0, (slots[s] as Frame['slots'][number]).mask)) return false
  return true
}

function markSentences({ sentences }: Document, sentenceOf: Int32Array): void {
  for (let s = 0; s < sentences.length; s += 1) {
    const { first, last } = sentences[s] as { first: number; last: number }
    for (let i = first; i < last; i += 1) sentenceOf[i] = s
  }
}
