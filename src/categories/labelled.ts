import * as z from 'zod/mini'
import { PalauteError } from '../errors.js'
import type { QuestionKind, SupportedLanguage } from '../types.js'

const question = z.enum(['good', 'improve', 'general'])
const language = z.enum(['fi', 'sv', 'en'])
const labels = z.array(z.string())
const schema = z.object({
  text: z.string(),
  labels: z.optional(labels),
  aspects: z.optional(z.array(z.object({ category: z.string() }))),
  question: z.optional(z.nullable(question)),
  language: z.optional(z.nullable(language)),
})
const correctionSchema = z.object({
  text: z.string(),
  add: z.optional(labels),
  remove: z.optional(labels),
  question: z.optional(z.nullable(question)),
  language: z.optional(z.nullable(language)),
})

/** A comment and the categories that a person gave it. */
export interface LabelledComment {
  text: string
  labels: readonly string[]
  question?: QuestionKind
  language?: SupportedLanguage
}

/** What a person changed in the categories that a classifier gave. */
export interface Correction {
  text: string
  add?: readonly string[]
  remove?: readonly string[]
  question?: QuestionKind
  language?: SupportedLanguage
}

/**
 * Checks labelled comments read from JSON: `{text, labels: [...]}` or `{text, aspects: [{category}]}`, with
 * `question` and `language` where known.
 *
 * @throws {PalauteError} `bad_option` with the number of the first bad comment; its text is not repeated
 */
export function parseLabelled(values: readonly unknown[]): LabelledComment[] {
  return values.map((value, index) => {
    const parsed = schema.safeParse(value)
    const given = parsed.success
      ? (parsed.data.labels ?? parsed.data.aspects?.map((aspect) => aspect.category))
      : undefined
    if (!parsed.success || given === undefined)
      throw new PalauteError(
        'bad_option',
        `Comment ${index + 1} is not labelled: expected {"text": "...", "labels": ["..."]}, with "question" good, improve or general.`,
        { path: `${index}` },
      )
    const { text, question: asked, language: code } = parsed.data
    return {
      text,
      labels: [...new Set(given)],
      ...(asked ? { question: asked } : {}),
      ...(code ? { language: code } : {}),
    }
  })
}

/** Checks corrections read from JSON: `{text, add?: [...], remove?: [...]}`. @throws {PalauteError} `bad_option` */
export function parseCorrections(values: readonly unknown[]): Correction[] {
  return values.map((value, index) => {
    const parsed = correctionSchema.safeParse(value)
    if (!parsed.success)
      throw new PalauteError('bad_option', `Correction ${index + 1} is not {"text", "add", "remove"}.`, {
        path: `${index}`,
      })
    const { text, add, remove, question: asked, language: code } = parsed.data
    return {
      text,
      ...(add ? { add } : {}),
      ...(remove ? { remove } : {}),
      ...(asked ? { question: asked } : {}),
      ...(code ? { language: code } : {}),
    }
  })
}

/**
 * Comments with corrections carried out: a known text gets and loses labels, a new one joins with those of the
 * classifier corrected (`predicted`).
 */
export function applyCorrections(
  comments: readonly LabelledComment[],
  corrections: readonly Correction[],
  predicted: (correction: Correction) => readonly string[],
): LabelledComment[] {
  const byText = new Map(comments.map((comment) => [comment.text, comment]))
  for (const correction of corrections) {
    const known = byText.get(correction.text)
    const before = known?.labels ?? predicted(correction)
    const removed = new Set(correction.remove ?? [])
    const after = [...before, ...(correction.add ?? [])].filter((label) => !removed.has(label))
    const { text, question: asked, language: code } = correction
    byText.set(text, {
      ...(asked ? { question: asked } : {}),
      ...(code ? { language: code } : {}),
      ...known,
      text,
      labels: [...new Set(after)],
    })
  }
  return [...byText.values()]
}
