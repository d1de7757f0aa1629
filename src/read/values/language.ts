import labels from '../../../data/columns/labels.json'

let codes: Map<string, string> | undefined

/** ISO code of a language as a survey tool or a person names it (`FI-fi`, `suomi`, `på svenska`); else as written. */
export function languageCode(text: string): string {
  codes ??= new Map(
    Object.entries(labels.languages).flatMap(([code, names]) => names.map((name) => [name, code] as const)),
  )
  const plain = text.trim().toLowerCase()
  const known = codes.get(plain)
  if (known !== undefined) return known
  return /^[a-z]{2}[-_][a-z]{2}$/u.test(plain) ? plain.slice(0, 2) : text.trim()
}
