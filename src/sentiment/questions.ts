import type { Clause } from '../language/clauses.js'
import type { Document } from '../language/document.js'
import type { View } from './view.js'

/** Words with which a question is not asked but thrown ("missä ihmeessä", "pitääkö tässä oikein", VISK § 1705). */
const thrown: ReadonlySet<string> = new Set(
  'ihmeessä ihmeen ihmeellä kummassa hitossa helvetissä hemmetissä perkeleessä muka oikein oikeasti oikeesti tosissaan edes taas vieläkin enää kehtaa kehdata viitsiä pitää täytyy joutua joutuu eikö eiks miksei egentligen alls ens faktiskt verkligen earth hell even really again'.split(
    ' ',
  ),
)

/** A question that does not ask: "Kuinka kauan tuloksia oikein pitää odottaa?!" */
export function isRhetorical(document: Document, view: View, clause: Clause): boolean {
  const sentence = document.sentences[clause.sentence]
  if (sentence === undefined) return false
  let marks = ''
  for (let i = Math.max(sentence.first, sentence.last - 3); i < sentence.last; i += 1)
    if (document.tokens[i]?.kind !== 'word') marks += document.tokens[i]?.text ?? ''
  if (/\?!|!\?|\?\?/.test(marks)) return true
  for (let i = clause.first; i < clause.last; i += 1) if (thrown.has(view.forms[i] as string)) return true
  return false
}
