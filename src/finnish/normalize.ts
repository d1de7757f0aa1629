const plain = /^[a-zåäö-]*$/
const cased = /^[a-zåäöA-ZÅÄÖ-]*$/

/**
 * The form as the lexicon spells it: NFC, lower case, straight apostrophes and hyphens, without soft hyphens
 * and zero-width characters.
 */
export function normalizeForm(form: string): string {
  if (plain.test(form)) return form
  if (cased.test(form)) return form.toLowerCase()
  return form
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\u2019\u02bc\u00b4`]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .toLowerCase()
}
