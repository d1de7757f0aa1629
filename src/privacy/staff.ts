import type { Analysis, PersonalDataFinding } from '../types.js'
import { kin } from './cues.js'
import { knownName, nameFlags } from './gazetteer.js'

/** Diseases and matters of which no name may stay beside, in stems of the three languages. */
const sensitive =
  /(?<!\p{L})(?:diagnoo|syöpä|syövä|masennu|masentun|skitso|bipol|kaksisuunt|psykoo|itsemurh|hiv|päihde|päihte|alkohol|huume|raska[un]|abort|keskenm|dementi|alzheimer|muistisair|lastensuoj|sukupuolit|väkival|vankil|konkurs|diabet|epileps|diagnos|cancer|depress|missbruk|självmord|barnskydd|våld|suicid|abuse|addict|pregnan|abortion)/iu

/** Whether a text speaks of health or life so that a name beside it tells more than a name. */
export function isSensitive(text: string): boolean {
  return sensitive.test(text)
}

/**
 * The findings that are still hidden where first names of staff may stay in praise: everything but single first
 * names in a comment that is praise through and through, names nobody's kin, and nothing sensitive.
 */
export function withoutPraisedStaff(
  text: string,
  analysis: Pick<Analysis, 'sentiment' | 'intents' | 'alerts' | 'personalData'>,
): PersonalDataFinding[] {
  const { sentiment, intents, alerts, personalData } = analysis
  const praise = intents.includes('praise') || intents.includes('thanks_to_person')
  const only = personalData.every(({ type }) => type === 'name')
  if (!praise || sentiment.label !== 'positive' || alerts.length > 0 || !only || isSensitive(text))
    return [...personalData]
  return personalData.filter(({ start, end }) => {
    const word = text.slice(start, end)
    const before = text.slice(Math.max(0, start - 40), start).toLowerCase()
    const neighbor =
      before
        .split(/[^\p{L}]+/u)
        .filter((part) => part !== '')
        .at(-1) ?? ''
    const known = knownName(word)
    const ofKin = [...kin].some((relation) => relation.length > 2 && neighbor.startsWith(relation))
    return (
      /\s/.test(word) ||
      !known ||
      !(known.flags & nameFlags.first) ||
      (known.flags & nameFlags.surname) !== 0 ||
      ofKin
    )
  })
}
