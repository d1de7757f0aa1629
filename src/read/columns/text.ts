const MARKS = /\p{M}+/gu
const NOT_WORD = /[^\p{L}\p{N}]+/gu

/**
 * A header or a label as plain words: lower case, no accents (exports strip them: `ymmarrettavaa`), camel case
 * and underscores opened, punctuation gone.
 */
export function plainWords(text: string): string {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(NOT_WORD, ' ')
    .trim()
}

/** Plain words without the number that a form puts before its questions: `01 `, `1_`, `Q3.`, `K 4)`. */
export function questionWords(text: string): string {
  const words = plainWords(text)
  const rest = words.replace(/^(?:(?:q|k|f|kysymys|fraga|question) ?)?\d{1,3} (?=\p{L})/u, '')
  return rest === '' ? words : rest
}

/**
 * Turns a phrase of the header table into a pattern over plain words: `=` the whole header, `*` any ending or
 * beginning, `...` words between.
 */
export function phrasePattern(phrase: string): RegExp {
  const whole = phrase.startsWith('=')
  const body = (whole ? phrase.slice(1) : phrase)
    .split(/\s+/)
    .map((part) => {
      if (part === '...') return '(?:.* )?'
      const word = plainWords(part.replaceAll('*', ''))
      return `${part.startsWith('*') ? '\\S*' : ''}${word}${part.endsWith('*') ? '\\S*' : ''}`
    })
    .join(' ')
    .replaceAll('(?:.* )? ', '(?:.* )?')
  return new RegExp(whole ? `^${body}$` : `(?:^| )${body}(?: |$)`, 'u')
}

/** One pattern that matches where any of the phrases does. */
export function anyPhrase(phrases: readonly string[]): RegExp {
  return new RegExp(phrases.map((phrase) => phrasePattern(phrase).source).join('|'), 'u')
}
