import { DIGIT, kindOf, LOWER, UPPER } from './characters.js'

// Case endings after a colon (Kielitoimiston ohjepankki, "Kaksoispiste sijapäätteen edessä"; Språkrådet,
// "Kolon vid böjning av initialförkortningar").
const ENDINGS: ReadonlySet<string> = new Set(
  (
    'n a ä t i ta tä tta ttä ssa ssä sta stä lla llä lta ltä lle ksi na nä in iin een aan ään oon öön hen hun hin hän hon ' +
    'han illa illä ille ilta iltä issa issä ista istä iksi ina inä ien iden itten ia iä ita itä ien jen ja jä ksessa ' +
    'ssä nsa nsä ni si mme nne eja ejä eissa eista eilla eille iden teen teena tena sena sen ttä ' +
    's en et er ar ar:s ns ets erna arna ers ens'
  ).split(' '),
)
const CLITIC = /(?:kin|kaan|kään|ko|kö|han|hän|pa|pä)$/
const LONGEST_ENDING = 10

/** End of an ending joined by the colon at `colon` ("HUS:ssa", "klo:n", "15:sta", "EU:s"), or `colon`. */
export function colonEnd(text: string, wordStart: number, colon: number): number {
  let end = colon + 1
  while (end < text.length && end - colon <= LONGEST_ENDING && kindOf(text.charCodeAt(end)) === LOWER)
    end += 1
  if (end === colon + 1 || end - colon > LONGEST_ENDING) return colon
  const last = kindOf(text.charCodeAt(colon - 1))
  if (last !== UPPER && last !== DIGIT && colon - wordStart > 4) return colon
  const ending = text.slice(colon + 1, end)
  return ENDINGS.has(ending) || ENDINGS.has(ending.replace(CLITIC, '')) ? end : colon
}
