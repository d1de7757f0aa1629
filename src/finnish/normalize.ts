/** What a form is written with besides the small letters of Finnish, as bits. */
export const withHyphen = 1
export const withCapital = 2
export const withOther = 4

/** What a form is written with: 0 where it has small letters of Finnish alone, as most have. */
export function writtenWith(form: string): number {
  let kinds = 0
  for (let at = 0; at < form.length; at++) {
    const unit = form.charCodeAt(at)
    if (unit >= 97 && unit <= 122) continue
    // ä, ö, å
    if (unit === 228 || unit === 246 || unit === 229) continue
    if (unit === 45) kinds |= withHyphen
    else if ((unit >= 65 && unit <= 90) || unit === 196 || unit === 214 || unit === 197) kinds |= withCapital
    else return withOther
  }
  return kinds
}

/** The form with its letters composed (NFC). */
export function composed(form: string): string {
  return writtenWith(form) < withOther ? form : form.normalize('NFC')
}

/**
 * The form as the lexicon spells it: NFC, lower case, straight apostrophes and hyphens, without soft hyphens
 * and zero-width characters. `kinds`: what it is written with, where that is known.
 */
export function normalizeForm(form: string, kinds = writtenWith(form)): string {
  if (kinds <= withHyphen) return form
  if (kinds < withOther) return form.toLowerCase()
  return form
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\u2019\u02bc\u00b4`]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .toLowerCase()
}
