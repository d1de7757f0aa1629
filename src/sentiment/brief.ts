import type { ClauseEvidence } from './clausePolarity.js'
import type { View } from './view.js'

/** What a brief comment shows besides its words; of longer ones nothing is asked. */
export interface Brief {
  /** It says one thing: praise and blame at once need the rules to find both. */
  one: boolean
  /** The rules found much of one sign and nothing of the other, where care is spoken of. */
  clear: boolean
  /** Its only graded words neither praise nor blame ("ihan ok"). */
  flat: boolean
}

/** So few tokens are brief. */
const BRIEF = 10
/** The least sum of one sign that is clear. */
const CLEAR = 1.5
/** So much blame is clear whatever is spoken of. */
const PLAIN = 2.5

/** Words that tell talk of care from other talk. */
export const CARE =
  '@henkilö|@jono|*hoito|*palvelu|*apu|*neuvonta|*ohjaus|*tutkimus|*leikkaus|*terapia|*kuntoutus|*vastaanotto|*osasto|*sairaala|*klinikka|*poliklinikka|*neuvola|*labra|*laboratorio|*päivystys|*potilas|*lääkitys|*resepti|*lähete|*ajanvaraus|*takaisinsoitto|*toimenpide|*näyte|*kanyyli|*rokotus|*synnytys|*käynti|*kohtelu|*hoitotyö|*asiointi|*lomake|*kysymys|*ammattitaito|*käytös|käytöstapa|*hieroja|fyssari|*oire|*vaiva|=minulle|=minua|=minut|=mua|=mulle|=meille|=meitä|=meidät|hoitaa|hoitua|palvella|kohdella|neuvoa|auttaa|ohjata|tutkia|leikata|kuunnella|jonottaa'

const NEITHER: Brief = { one: false, clear: false, flat: false }

export function briefly(
  view: View,
  clauses: readonly ClauseEvidence[],
  { positive, negative }: { positive: number; negative: number },
): Brief {
  const { seen } = view
  if (seen.length > BRIEF || Math.min(positive, negative) > 0) return NEITHER
  const most = Math.max(positive, negative)
  return {
    // "Lääkäri jopa soitti perään".
    one:
      (clauses.length === 1 && !seen.some(({ form }) => form === ',')) ||
      (clauses.length <= 3 && clauses.some(({ clause }) => clause.quoted)),
    flat: clauses.every(({ flat }) => flat),
    clear:
      most >= CLEAR && (negative >= PLAIN || clauses.some(({ settled }) => settled) || view.speaksOfCare()),
  }
}
