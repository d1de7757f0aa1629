import type { Document } from '../language/document.js'
import type { Span } from '../types.js'

/** Last parts of street names with the grades that their cases show, then case endings. */
const street =
  /^[\p{L}-]{2,}(?:katu|kadu|tie|teitse|kuja|polku|polu|väylä|kaari|kaare|rinne|rintee|rinte|raitti|raiti|tori|ranta|ranna|mäki|mäe|mäke|piha|laita|laida|penger|penkeree|bulevardi|esplanadi|linja|harju|kallio|niitty|nitty|niityn?|aukio|portti|porti|kulma|puisto|puistikko)(?:n|lla|llä|lta|ltä|lle|a|ä|ta|tä|ssa|ssä|sta|stä|[aeiouäöy]n|hen|hun|hin)?$/iu
const swedishStreet =
  /^[\p{L}-]{2,}(?:gatan?|vägen?|gränd(?:en)?|stigen?|esplanaden?|stranden|torget|backen|allén|bulevarden|street|road|avenue)s?$/iu
/** Parts that are words of their own as well: an address only with a flat, a postcode or a word that asks for one. */
const weak =
  /(?:tori|ranta|ranna|mäki|mäe|mäke|piha|laita|laida|linja|harju|kallio|niit\p{L}*|aukio|port\p{L}*|kulma|puist\p{L}*)(?:n|lla|llä|lta|ltä|lle|a|ä|ta|tä|ssa|ssä|sta|stä|[aeiouäöy]n)?$/iu
/** Paths and ways of care that lead nowhere on a map. */
const figurative =
  /^(?:hoito|palvelu|asiakas|asiakkaan|potilas|potilaan|kuntoutus|oppimis|opinto|ura|koulutus|leikkaus|hengitys|virtsa|ruoansulatus|sappi|synnytys|elämän|yhteis|umpi|jatko|jonotus|valitus|siirto|poistumis|kulku|kävely|pyörä|digi|vård|behandlings|service|moottori|valta|kantatie|seututie|yhdystie|maan|oikeus|rautatien|ilma|luisku|lähete|päätös|tieto|vesi|sivu|huolto|keski|vaihto|hätä|salaoja|puhelin|fast-?track)/i
const qualifier =
  /^(?:itäinen|läntinen|pohjoinen|eteläinen|vanha|uusi|iso|pieni|suuri|ensimmäinen|toinen|kolmas|itäisen|läntisen|pohjoisen|eteläisen|vanhan|uuden|ison|pienen|itäisellä|läntisellä|pohjoisella|eteläisellä|vanhalla|norra|södra|östra|västra|stora|lilla|gamla|nya)$/i
const asking =
  /(?<!\p{L})(?:osoit|adress|asu[nimvtu]|muutin|kotiosoi|koti on|bor |bodde|address|live |kotihoito|ambulanssi|kotikäyn|lähettäkää|postia?|ovikoodi)/iu

/** Number, stair and flat behind the street, then postcode and town. Sticky and bounded. */
const tail =
  /(?:[ \u00a0](?:numero\p{Ll}{0,4}|nro\.?|n:o|nr\.?))?[ \u00a0]\d{1,4}(?:[ \u00a0]?[-–][ \u00a0]?\d{1,3})?(?![\d.,]\d|[\d%€°])(?:[ \u00a0]?[A-Za-zÅÄÖ](?![\p{L}-]))?(?:[ \u00a0](?:as\.?|bst\.?|lgh\.?|apt\.?|huoneisto)[ \u00a0]?\d{1,3}(?!\d))?(?:[ \u00a0]?\d{1,3}(?![\d%€°]|[.,:-]\d))?(?:[ \u00a0]?[a-cA-C](?![\p{L}-]))?/uy
const town = /[,\s]{1,3}(?:FI-?|AX-?)?\d{5}[ \u00a0]{1,2}\p{Lu}[\p{L}-]{1,30}/uy
const box =
  /(?<![\p{L}\d])(?:PL|PB|P\.O\. ?Box)[ \u00a0]\d{1,5}[,\s]{1,3}\d{5}[ \u00a0]\p{Lu}[\p{L}-]{1,30}/gu

const measures = new Set(
  `minuutti min tunti h päivä viikko kuukausi kk vuosi v vuotias vuorokausi metri m km kilometri euro e prosentti kerta krt x aste ihminen auto
  potilas asiakas kappale kpl eri ensimmäinen kertaa sekunti hengen henkilö hoitaja lääkäri minut timme timmar dag dagar vecka år kilometer euron gång meter minute hour day week year`.split(
    /\s+/,
  ),
)

/** Street addresses with number, stair and flat, and a postcode and town that follow; post boxes with theirs. */
export function findAddresses({ text, tokens, words }: Document): Span[] {
  const out: Span[] = []
  for (let index = 0; index + 1 < tokens.length; index += 1) {
    const token = tokens[index]
    if (token?.kind !== 'word' || token.end - token.start < 5) continue
    const next = text.charCodeAt(token.end + 1)
    // A digit, or "numero 5", "nro 5".
    if ((next < 48 || next > 57) && next !== 110 && next !== 78) continue
    const finnish = street.test(token.text)
    if (!finnish && !swedishStreet.test(token.text)) continue
    if (figurative.test(token.text)) continue
    tail.lastIndex = token.end
    const number = tail.exec(text)
    if (!number) continue
    let end = tail.lastIndex
    town.lastIndex = end
    const withTown = town.test(text)
    if (withTown) end = town.lastIndex
    let first = index
    while (first > 0 && index - first < 2 && qualifier.test(tokens[first - 1]?.text ?? '')) first -= 1
    const start = tokens[first]?.start ?? token.start
    const flat = /\d[ \u00a0]?[A-Za-z](?:[ \u00a0]\d|$)|[A-Za-z]\.?[ \u00a0]?\d/.test(number[0])
    const capital = isCapital(text.charCodeAt(start))
    const sure = withTown || (flat && (capital || !weak.test(token.text)))
    if (!sure) {
      const asked = asking.test(text.slice(Math.max(0, start - 80), start))
      if (!capital && !asked) continue
      if (weak.test(token.text) && !asked && !flat && opensSentence(text, start)) continue
      let follower = index + 1
      while (follower < tokens.length && (tokens[follower]?.start ?? 0) < end) follower += 1
      const after = tokens[follower]?.text.toLowerCase() ?? ''
      // "Sairaalantiellä 20 minuutin ruuhka"
      if (!flat && (measures.has(after) || measures.has(words[follower]?.lemma ?? ''))) continue
    }
    out.push({ start, end })
  }
  if (/P[LB.]/.test(text))
    for (const match of text.matchAll(box))
      out.push({ start: match.index, end: match.index + match[0].length })
  return out
}

const isCapital = (code: number): boolean =>
  (code >= 65 && code <= 90) || code === 196 || code === 214 || code === 197

/** Whether nothing but an end of sentence stands before: there a capital proves little. */
const opensSentence = (text: string, start: number): boolean =>
  /(?:^|[.!?\n]\s*)$/.test(text.slice(Math.max(0, start - 4), start))
