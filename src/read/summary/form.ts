import { ReadError } from '../../errors.js'

/** A question of the form that the summary was made of. */
export interface FormQuestion {
  label: string
  /** Empty for an open question. */
  options: readonly string[]
}

const bullet = /^\s*(?:[-–•*o☐□]|\d{1,2}[.)]|[a-zåäö][.)])\s+/iu

/**
 * Questions of a form, from JSON (`[{"label", "options"}]`) or from text: a label on a line of its own, its
 * options on the lines below, a blank line between questions. Marks before an option (`-`, `•`, `a)`, `1.`)
 * may be there or not.
 *
 * @throws ReadError when the JSON is not of that shape or the text holds no question
 */
export function parseForm(text: string, file = 'the form'): FormQuestion[] {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  const questions = /^[[{]/.test(trimmed) ? jsonForm(trimmed, file) : textForm(trimmed)
  if (questions.length === 0) throw new ReadError('cannot_read', `${file} holds no question.`)
  return questions
}

function textForm(text: string): FormQuestion[] {
  return text.split(/(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*/).flatMap((block) => {
    const [label, ...options] = block
      .split(/\r\n|\r|\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
    return label === undefined
      ? []
      : [{ label, options: options.map((option) => option.replace(bullet, '')) }]
  })
}

function jsonForm(text: string, file: string): FormQuestion[] {
  const bad = () =>
    new ReadError('cannot_read', `${file} must be a JSON array of {"label": text, "options": [text, ...]}.`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw bad()
  }
  const list = Array.isArray(value) ? value : (value as { questions?: unknown } | null)?.questions
  if (!Array.isArray(list)) throw bad()
  return list.map((item: unknown) => {
    const { label, options = [] } = (item ?? {}) as { label?: unknown; options?: unknown }
    if (
      typeof label !== 'string' ||
      !Array.isArray(options) ||
      options.some((option) => typeof option !== 'string')
    )
      throw bad()
    return { label: label.trim(), options: (options as string[]).map((option) => option.trim()) }
  })
}
