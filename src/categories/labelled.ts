import * as z from 'zod/mini'
import { PalauteError } from '../errors.js'
import type { QuestionKind, SupportedLanguage } from '../types.js'
import { hashText } from './hash.js'

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
    if (!parsed.success || (parsed.data.add === undefined && parsed.data.remove === undefined))
      throw new PalauteError(
        'bad_option',
        `Correction ${index + 1} is not {"text": "...", "add": ["..."], "remove": ["..."]}, with "question" good, improve or general.`,
        { path: `corrections.${index}` },
      )
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
 * Comments with corrections carried out: those that a correction fits (text, and question and language as far as told)
 * get and lose labels, a new one joins with those of the classifier corrected. The same text under another question
 * is another comment; rows that are alike stay as many as they are.
 *
 * @param predicted labels that a classifier gives a text that is not among the comments; none where its labels are
 *   not those of the comments
 * @throws {PalauteError} `bad_option` where it cannot be told which comment is meant, or what it had
 */
export function applyCorrections(
  comments: readonly LabelledComment[],
  corrections: readonly Correction[],
  predicted?: (correction: Correction) => readonly string[],
): LabelledComment[] {
  const corrected = [...comments]
  const places = new Map<string, number[]>()
  const remember = (text: string, at: number) => {
    const list = places.get(text)
    if (list === undefined) places.set(text, [at])
    else list.push(at)
  }
  for (const [at, { text }] of comments.entries()) remember(text, at)
  for (const [number, correction] of corrections.entries()) {
    const { text, add = [], remove = [], question: asked, language: code } = correction
    const change = (before: readonly string[]) => [
      ...new Set([...before, ...add].filter((label) => !remove.includes(label))),
    ]
    const fitting = (places.get(text) ?? []).filter((at) => {
      const known = corrected[at] as LabelledComment
      return (
        (asked === undefined || asked === (known.question ?? 'general')) &&
        (code === undefined || known.language === undefined || code === known.language)
      )
    })
    for (const field of ['question', 'language'] as const)
      if (new Set(fitting.map((at) => corrected[at]?.[field])).size > 1)
        throw new PalauteError(
          'bad_option',
          `Correction ${number + 1} fits comments of more than one ${field}: add its "${field}".`,
          { path: `corrections.${number}.${field}` },
        )
    if (fitting.length > 0) {
      for (const at of fitting) {
        const known = corrected[at] as LabelledComment
        corrected[at] = { ...known, labels: change(known.labels) }
      }
      continue
    }
    if (predicted === undefined && add.length === 0)
      throw new PalauteError(
        'bad_option',
        `Correction ${number + 1} only removes from a comment that is not among the labelled ones, so that it is not known what is left: name its labels with "add".`,
        { path: `corrections.${number}.add` },
      )
    remember(text, corrected.length)
    corrected.push({
      text,
      labels: change(predicted?.(correction) ?? []),
      ...(asked ? { question: asked } : {}),
      ...(code ? { language: code } : {}),
    })
  }
  return corrected
}

/** Tells one set of comments from another, whatever their order: how many, and a sum of their hashes. */
export function commentsChecksum(comments: readonly Pick<LabelledComment, 'text' | 'question'>[]): string {
  let sum = 0
  for (const { text, question: asked = 'general' } of comments)
    sum = (sum + hashText(0, `${asked}\n${text}`)) >>> 0
  return `${comments.length}-${sum.toString(16).padStart(8, '0')}`
}
