const IGNORED = /\u00ad|[\u200b-\u200f\u202a-\u202e\u2060-\u206f]|[\ufe00-\ufe0f]|\ufeff/g
const UNUSUAL = /[^\u0020-\u007e\u00c0-\u00ff]/
const MARK = /[\u0300-\u036f]/

/**
 * A word form as the lexicons know it: lower case, composed letters (NFC: a + diaeresis is ä), no soft hyphens or
 * zero-width characters, straight apostrophes and hyphens. Common forms are only lower-cased.
 *
 * @example normalizeWord('Hyva\u0308') // 'hyvä'
 */
export function normalizeWord(form: string): string {
  if (typeof form !== 'string') return ''
  if (!UNUSUAL.test(form)) return form.toLowerCase()
  let plain = form.replace(IGNORED, '')
  if (MARK.test(plain)) plain = plain.normalize('NFC')
  return plain
    .replace(/[\u2018\u2019\u02bc\u00b4]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .toLowerCase()
}
