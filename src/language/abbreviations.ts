import { DIGIT, kindOf, LOWER, SPACE, UPPER } from './characters.js'

/**
 * Abbreviations whose full stop belongs to them, in lower case without it. The three languages share one table:
 * a comment may mix them, and no word of one is an abbreviation of another here.
 * Finnish: Kielitoimiston lyhenneluettelo; the choice is ours, led by care feedback.
 */

/** Something must follow these, so their full stop never ends a sentence. */
export const LEADING_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'esim ts ks vrt ns ko nk em prof toim puh nro tel huom alk synt ent joht kirj kand maist evp rva hra tri ylil apul ' +
    'dr mr mrs ms e.g i.e t.ex bl.a s.k f.d fr dvs d.v.s kl ca jfr resp inkl exkl nr ang dipl m.a.o p.g.a pga ' +
    't.o.m fr.o.m i.o.m vs approx incl'
  ).split(' '),
)

/** These may close a sentence: a capital after them starts a new one. */
export const CLOSING_ABBREVIATIONS: ReadonlySet<string> = new Set(
  'jne yms ym tms mm etc osv o.s.v m.m m.fl mfl jms eKr jKr kpl milj mrd a.m p.m f.m e.m fm em klo inc ltd oy jr sr'
    .toLowerCase()
    .split(' '),
)

/** Abbreviations only when the sentence plainly goes on (a lower-case word, a digit or a comma follows). */
export const LOWER_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'n os v vk vko kk h s t k p min sek lk ed ao em ap ip op pv vrk hlö lääk yht yl yo varat sair st sid ' +
    'ma ti ke pe la su tim tis ons tors fre lör sön avd mån tfn art max tl sec hrs hr pvm klo'
  ).split(' '),
)

const DOT = 46

/**
 * End of the abbreviation whose first letters are `start`..`end`, with its full stop, when a full stop
 * stands at `end` and belongs to it; otherwise `end`.
 */
export function abbreviationEnd(text: string, start: number, end: number): number {
  const length = end - start
  if (length > 7) return end
  if (length <= 2) {
    const dotted = dottedEnd(text, end)
    if (dotted > end) {
      const entry = text.slice(start, dotted).toLowerCase()
      if (LEADING_ABBREVIATIONS.has(entry) || CLOSING_ABBREVIATIONS.has(entry))
        return text.charCodeAt(dotted) === DOT ? dotted + 1 : dotted
    }
  }
  if (text.charCodeAt(end + 1) === DOT) return end
  const entry = text.slice(start, end).toLowerCase()
  if (LEADING_ABBREVIATIONS.has(entry) || CLOSING_ABBREVIATIONS.has(entry)) return end + 1
  let next = end + 1
  while (next < text.length && next - end < 4 && kindOf(text.charCodeAt(next)) === SPACE) next += 1
  const after = next < text.length ? kindOf(text.charCodeAt(next)) : SPACE
  if (LOWER_ABBREVIATIONS.has(entry)) {
    const goesOn =
      (after === LOWER && next > end + 1) || after === DIGIT || text[next] === ',' || text[next] === ')'
    if (goesOn) return end + 1
  }
  // An initial: "M. Virtanen".
  if (length === 1 && after === UPPER && kindOf(text.charCodeAt(start)) === UPPER) return end + 1
  return end
}

/** End of further one- or two-letter pieces after full stops: "t" + ".ex", "o" + ".s.v". */
function dottedEnd(text: string, end: number): number {
  let i = end
  for (let pieces = 0; pieces < 4 && text.charCodeAt(i) === DOT; pieces += 1) {
    let piece = i + 1
    while (piece < text.length && piece - i <= 2) {
      const kind = kindOf(text.charCodeAt(piece))
      if (kind !== LOWER && kind !== UPPER) break
      piece += 1
    }
    const after = piece < text.length ? kindOf(text.charCodeAt(piece)) : SPACE
    if (piece === i + 1 || after === LOWER || after === UPPER) return i
    i = piece
  }
  return i
}
