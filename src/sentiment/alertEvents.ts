import type { Document } from '../language/document.js'
import type { Token } from '../language/tokens.js'
import {
  type ConceptReader,
  compileConcepts,
  conceptsOf,
  holder,
  type Mask,
  meets,
  type Weigher,
} from './alertConcepts.js'
import { compileFrame, type Frame, frameAt, regionOf, type Scene } from './alertFrames.js'
import type { AlertTable } from './alertTable.js'

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

/** What the table finds in a text. */
export interface AlertScene extends Scene {
  events: readonly AlertEvent[]
  /** Whether a negation governs a token: 1 or 0. */
  denied: Uint8Array
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
  const frames = table.rows.map((row) => compileFrame(row, reader))
  const byConcept = openings(frames)
  const opening = reader.maskOf([])
  for (const { slots } of frames)
    slots[0]?.mask.forEach((bits, at) => {
      opening[at] = (opening[at] as number) | bits
    })
  // The concepts of a word are one object wherever it stands.
  const openedBy = new WeakMap<Mask, readonly Frame[]>()
  const opened = (mask: Mask): readonly Frame[] => {
    let found = openedBy.get(mask)
    if (found === undefined) {
      found = [...new Set(conceptsOf(mask).flatMap((id) => byConcept[id] ?? []))]
      openedBy.set(mask, found)
    }
    return found
  }
  const named = Object.fromEntries(reserved.map((name) => [name, reader.maskOf([name])])) as Record<
    (typeof reserved)[number],
    Mask
  >
  const isNegation = holder(named.neg)
  const isFactive = holder(named.factive)
  const isClauseMark = holder(named.clausemark)
  return { concepts: reader, frames, read }

  function read(document: Document): AlertScene {
    const { words, masks, ends } = reader.read(document)
    const events: AlertEvent[] = []
    const denied = denials(document, masks)
    const scene: AlertScene = {
      document,
      words,
      masks,
      ends,
      sentenceOf: sentencesOf(document),
      denied,
      events,
    }
    const present = union(masks)
    if (present === undefined) return scene
    let tried = 0
    for (let i = 0; i < masks.length && tried < TRIED; i += 1) {
      const mask = masks[i]
      if (mask === undefined || !meets(mask, opening)) continue
      for (const frame of opened(mask)) {
        if (!isPossible(frame, present)) continue
        tried += 1
        const at = frameAt(frame, scene, i)
        if (at === undefined) continue
        const silenced = (!frame.negative && denied[i] === 1) || isSilenced(frame, scene, at)
        events.push({ frame, at, silenced })
      }
    }
    return scene
  }

  /** A negation before it in the clause, unless it belongs to a verb of noticing or telling: "ei huomattu väärää annosta". */
  function denials(
    { tokens, words, sentences, sentenceLanguages }: Document,
    masks: readonly (Mask | undefined)[],
  ): Uint8Array {
    const denied = new Uint8Array(tokens.length)
    for (let s = 0; s < sentences.length; s += 1) {
      const { first, last } = sentences[s] as { first: number; last: number }
      const swedish = sentenceLanguages[s]?.code === 'sv'
      let negation = -DENIES - 1
      for (let i = first; i < last; i += 1) {
        if (i - negation <= DENIES) denied[i] = 1
        const { kind, text } = tokens[i] as Token
        if (kind === 'punctuation' && (text === ',' || text === ';' || text === ':')) negation = -DENIES - 1
        const mask = masks[i]
        if (mask === undefined) continue
        if (isFactive(mask) || isClauseMark(mask)) negation = -DENIES - 1
        else if (isNegation(mask)) {
          negation = i
          // Swedish denies its verb after it ("slog inte").
          if (swedish && i > first && words[i - 1]?.pos === 'verb') denied[i - 1] = 1
        }
      }
    }
    return denied
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
      const mask = scene.masks[i]
      if (mask === undefined || !meets(mask, named.praise) || scene.denied[i] === 1) continue
      if (i < first ? !holds(scene, named.but, i, first) : !holds(scene, named.although, last, i)) return true
    }
    return false
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

function openings(frames: readonly Frame[]): readonly (readonly Frame[])[] {
  const byConcept: Frame[][] = []
  for (const frame of frames)
    for (const id of conceptsOf(frame.slots[0]?.mask)) {
      byConcept[id] ??= []
      byConcept[id]?.push(frame)
    }
  return byConcept
}

/** Every concept of a text; undefined where there is none. */
function union(masks: readonly (Mask | undefined)[]): Mask | undefined {
  let all: Mask | undefined
  for (const mask of masks) {
    if (mask === undefined) continue
    if (all === undefined) all = mask.slice()
    else for (let i = 0; i < mask.length; i += 1) all[i] = (all[i] as number) | (mask[i] as number)
  }
  return all
}

function holds({ masks }: Scene, wanted: Mask, first: number, last: number): boolean {
  for (let i = first; i < last; i += 1) {
    const mask = masks[i]
    if (mask !== undefined && meets(mask, wanted)) return true
  }
  return false
}

/** Whether a text carries every slot of a frame: most lack one of most frames. */
function isPossible({ slots }: Frame, present: Mask): boolean {
  for (let s = 1; s < slots.length; s += 1)
    if (!meets((slots[s] as Frame['slots'][number]).mask, present)) return false
  return true
}

function sentencesOf({ tokens, sentences }: Document): Int32Array {
  const sentenceOf = new Int32Array(tokens.length)
  for (let s = 0; s < sentences.length; s += 1) {
    const { first, last } = sentences[s] as { first: number; last: number }
    sentenceOf.fill(s, first, last)
  }
  return sentenceOf
}
