/** Shapes of single lines of a questionnaire summary. */

/** "omassa organisaatiossamme1": a count glued to the text of its option. */
export interface CountedLine {
  text: string
  count: number
  /** The text ends in a digit, or its number runs into the count: where one ends is not said ("Osasto 512"). */
  doubtful: boolean
}

/** A text and its count; undefined for a line that does not end in a digit. */
export function countedLine(line: string): CountedLine | undefined {
  const found = /^(.*?)(\d{1,7})$/.exec(line)
  if (!found) return undefined
  const text = found[1] ?? ''
  const digits = found[2] ?? ''
  // A digit after a blank, a comma or nothing belongs to a number in the text; a letter or mark is glued.
  const glued = /[\p{L})\]"”'%?!.…/]$/u.test(text) && !/\d[.,/]$/.test(text)
  if (glued) return { text, count: Number(digits), doubtful: false }
  if (digits.length < 2) return undefined
  return { text: `${text}${digits.slice(0, 1)}`, count: Number(digits.slice(1)), doubtful: true }
}

/** All readings of a line whose number runs into its count: "Osasto 512" is 5|12 or 51|2. */
export function countReadings(line: string): { text: string; number: number; stem: string; count: number }[] {
  const found = /^(.*?)(\d{2,9})$/.exec(line)
  if (!found) return []
  const stem = found[1] ?? ''
  const digits = found[2] ?? ''
  return Array.from({ length: digits.length - 1 }, (_, i) => i + 1)
    .filter((cut) => digits.length - cut <= 7 && (digits[cut] !== '0' || digits.length - cut === 1))
    .map((cut) => ({
      text: `${stem}${digits.slice(0, cut)}`,
      number: Number(digits.slice(0, cut)),
      stem,
      count: Number(digits.slice(cut)),
    }))
}

const open =
  '(?:avoimet vastaukset|avoin vastaus|avoimet kommentit|öppna svar|fritextsvar|open answers|open-ended responses)'
const openFirst = new RegExp(`^${open}\\s*[:(–—-]?\\s*(.*?)\\)?$`, 'iu')
const openLast = new RegExp(`^(.*?)\\s*[:(–—-]?\\s*${open}\\)?\\s*:?$`, 'iu')

/** "Avoimet vastaukset: Miten asioit?" or "Miten asioit? (avoimet vastaukset)": the label that it repeats, or ''. */
export function openAnswersLine(line: string): string | undefined {
  const found = openFirst.exec(line) ?? openLast.exec(line)
  return found ? (found[1] ?? '').trim() : undefined
}

const contact =
  /^(nimi|etunimi|sukunimi|vastaajan nimi|sähköposti(osoite)?|s-posti|puhelin(numero)?|puh\.?|osoite|postinumero|yhteystiedot|yhteystietosi|namn|förnamn|efternamn|e-post(adress)?|telefon(nummer)?|adress|kontaktuppgifter|name|first name|last name|e-?mail( address)?|phone( number)?|address|contact (details|information))\s*(?::\s*(.*))?$/iu

/** "Sähköposti" or "Nimi: ...": a field of contact, with what stands beside it. */
export function contactLine(line: string): { label: string; value: string } | undefined {
  const found = contact.exec(line)
  if (!found) return undefined
  const value = (found.at(-1) ?? '').trim()
  return {
    label: line
      .slice(0, line.length - value.length)
      .replace(/\s*:\s*$/, '')
      .trim(),
    value,
  }
}

const respondents =
  /^(vastaajia|vastauksia|vastaajien (kokonais)?määrä|vastausten (kokonais)?määrä|vastaajia yhteensä|antal (svar|respondenter)|responses|number of (responses|respondents))\s*:?\s*(\d+)$/iu

/** "Vastaajien määrä: 25". */
export function respondentsLine(line: string): number | undefined {
  const found = respondents.exec(line)
  return found ? Number(found.at(-1)) : undefined
}

/** Letters and digits alone: how labels are compared. */
export const labelKey = (label: string) =>
  label
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
