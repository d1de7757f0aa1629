import type { Clause } from '../language/clauses.js'
import type { Document } from '../language/document.js'
import { ASKS, EXCLAIMS, holdsTrait, INSISTS, THROWN } from './traits.js'
import type { View } from './view.js'

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
