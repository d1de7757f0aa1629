import labels from '../../../data/columns/labels.json'
import { plainWords } from '../columns/text.js'

/** Whose voice an answer is: the customer's own, a relative's, a child's (7-12), somebody's on their behalf. */
export type RespondentRole = 'customer' | 'relative' | 'child' | 'on_behalf' | 'professional'

let roles: Map<string, RespondentRole> | undefined

/**
 * The role of a respondent as surveys word it in three languages; undefined where the words are not known.
 * Responses keep the words as written.
 *
 * @example
 * respondentRole('Lapsi 7–12 v') // 'child'
 */
export function respondentRole(text: string): RespondentRole | undefined {
  roles ??= new Map(
    Object.entries(labels.respondents).flatMap(([role, names]) =>
      names.map((name) => [plainWords(name), role as RespondentRole] as const),
    ),
  )
  const words = plainWords(text)
  const known = roles.get(words)
  if (known) return known
  // "Asiakkaan läheinen", "Vastaan lapseni puolesta": the most telling word decides.
  for (const role of ['on_behalf', 'relative', 'child'] as const)
    for (const [name, of] of roles)
      if (of === role && name.length > 4 && ` ${words} `.includes(` ${name} `)) return role
  return undefined
}
