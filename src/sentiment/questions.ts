import type { Clause } from '../language/clauses.js'
import type { Document } from '../language/document.js'
import { ASKS, EXCLAIMS, holdsTrait, INSISTS, THROWN } from './traits.js'
import type { Seen, View } from './view.js'

/** A question that does not ask: "Kuinka kauan tuloksia oikein pitää odottaa?!" */
export function isRhetorical(document: Document, view: View, clause: Clause): boolean {
  const sentence = document.sentences[clause.sentence]
  if (sentence === undefined) return false
  const from = Math.max(sentence.first, sentence.last - 3)
  if (holdsTrait(view, from, sentence.last, INSISTS)) return true
  if (holdsTrait(view, from, sentence.last, ASKS) && holdsTrait(view, from, sentence.last, EXCLAIMS))
    return true
  return holdsTrait(view, clause.first, clause.last, THROWN)
}

const wanting = /^(?:haluai?si|tahtoisi|toivoisi|tarvitsisi)/
const learning: ReadonlySet<string> = new Set([
  'tietää',
  'kysyä',
  'tiedustella',
  'varata',
  'perua',
  'siirtää',
  'aika',
])

/** "Haluaisin tietää vastaanoton aukioloajat": a wish to know is a question. */
export const asksPolitely = ({ seen }: View, { first, last }: Clause): boolean =>
  last - first > 1 &&
  wanting.test((seen[first] as Seen).form) &&
  learning.has((seen[first + 1] as Seen).lemma)
