import type { Document } from '../language/document.js'
import type { AlertFinding, AlertKey, Span } from '../types.js'
import { compileConcepts, type Mask, meets } from './alertConcepts.js'
import { compileFrame, type Frame, frameAt, regionOf, type Scene } from './alertFrames.js'
import type { AlertTable } from './alertTable.js'

/** Evidence spans kept of one alert. */
const KEPT = 4
/** Openings of frames followed up in one comment: a comment of many alerts needs no more. */
const TRIED = 800
/** How far, in words, a negation denies within its clause. */
const DENIES = 6
/** How far, in words, around its evidence an exclusion of a row is looked for. */
const NEARBY = 8

export type AlertFinder = (document: Document) => AlertFinding[]

/**
 * Makes a finder of a table: a frame is met where its concepts stand near each other, none of its exclusions there.
 * A frame that holds no negation of its own is void where one governs it ("ei mitään vammoja"), and so is one that
 * praise or a resolution answers ("... mutta se huomattiin ajoissa, hyvin toimittu"). Recall goes
 * first: a person reads every alert.
 *
 * @throws {PalauteError} `bad_option` for a table that cannot be read
 */
export function createAlertFinder(table: AlertTable): AlertFinder {
  const reader = compileConcepts(table)
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
      found = [...new Set(bits(mask).flatMap((id) => byConcept[id] ?? []))]
      openedBy.set(mask, found)
    }
    return found
  }
  const named = Object.fromEntries(reserved.map((name) => [name, reader.maskOf([name])])) as Record<
    (typeof reserved)[number],
    Mask
  >
  return (document) => {
    const found = new Map<AlertKey, AlertFinding>()
    const { masks, ends } = reader.read(document)
    const present = union(masks)
    if (present === undefined) return []
    let scene: Scene | undefined
    let tried = 0
    for (let i = 0; i < masks.length && tried < TRIED; i += 1) {
      const mask = masks[i]
      if (mask === undefined || !meets(mask, opening)) continue
      for (const frame of opened(mask)) {
        if (!isPossible(frame, present)) continue
        tried += 1
        scene ??= { document, masks, ends, sentenceOf: sentencesOf(document) }
        const at = frameAt(frame, scene, i)
        if (at === undefined) continue
        if (!frame.negative && isDenied(scene, i)) continue
        if (isSilenced(frame, scene, at)) continue
        addFinding(
          found,
          frame,
          at.map((place) => spanOf(scene as Scene, place)),
        )
      }
    }
    return [...found.values()]
  }

  /** A negation before it in the clause, unless it belongs to a verb of noticing or telling: "ei huomattu väärää annosta". */
  function isDenied(scene: Scene, at: number): boolean {
    const sentence = scene.document.sentences[scene.sentenceOf[at] as number]
    const first = Math.max(sentence?.first ?? 0, at - DENIES)
    for (let i = at - 1; i >= first; i -= 1) {
      const mask = scene.masks[i]
      const text = scene.document.tokens[i]?.text ?? ''
      if (text === ',' || text === ';' || text === ':') return false
      if (mask === undefined) continue
      if (meets(mask, named.factive) || meets(mask, named.clausemark)) return false
      if (meets(mask, named.neg)) return true
    }
    // Swedish denies its verb after it ("slog inte").
    const next = scene.masks[at + 1]
    const word = scene.document.words[at]
    const swedish = scene.document.sentenceLanguages[scene.sentenceOf[at] as number]?.code === 'sv'
    return swedish && word?.pos === 'verb' && next !== undefined && meets(next, named.neg)
  }

  function isSilenced(frame: Frame, scene: Scene, at: readonly number[]): boolean {
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
  function isPraised(scene: Scene, first: number, last: number, around: readonly [number, number]): boolean {
    const begin = scene.document.sentences[scene.sentenceOf[first] as number]?.first ?? 0
    for (let i = begin; i < around[1]; i += 1) {
      const mask = scene.masks[i]
      if (mask === undefined || !meets(mask, named.praise) || isDenied(scene, i)) continue
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
    for (const id of bits(frame.slots[0]?.mask)) {
      byConcept[id] ??= []
      byConcept[id]?.push(frame)
    }
  return byConcept
}

function bits(mask: Mask | undefined): number[] {
  const ids: number[] = []
  for (let i = 0; i < (mask?.length ?? 0); i += 1)
    for (let rest = mask?.[i] as number; rest !== 0; rest &= rest - 1)
      ids.push(i * 32 + 31 - Math.clz32(rest & -rest))
  return ids
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

function addFinding(found: Map<AlertKey, AlertFinding>, { row }: Frame, spans: readonly Span[]): void {
  const held = found.get(row.key)
  if (held === undefined) {
    found.set(row.key, { key: row.key, level: row.level, evidence: sorted(spans) })
    return
  }
  if (row.level === 'likely') held.level = 'likely'
  const evidence = [...held.evidence]
  for (const span of spans)
    if (
      evidence.length < KEPT &&
      !evidence.some((other) => other.start === span.start && other.end === span.end)
    )
      evidence.push(span)
  held.evidence = sorted(evidence)
}

const sorted = (spans: readonly Span[]): Span[] =>
  [...spans].sort((x, y) => x.start - y.start || x.end - y.end)

const spanOf = ({ document, ends }: Scene, at: number): Span => ({
  start: document.tokens[at]?.start ?? 0,
  end: document.tokens[(ends.get(at) ?? at + 1) - 1]?.end ?? 0,
})
