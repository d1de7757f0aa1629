/**
 * A scanner for the XML that spreadsheet programs write: tags, attributes and text of well-formed files,
 * without entities of their own, schemas or a tree. Anything else in the input is passed over.
 */
export interface XmlHandler {
  /** A start tag by its name without prefix; `attributes` is the raw text between name and `>`. */
  open(name: string, attributes: string, selfClosing: boolean): void
  close(name: string): void
  /** Text between two tags, as it stands (see `decodeXml`). CDATA comes escaped, so that it decodes the same. */
  text(raw: string): void
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Character references and the five named entities. */
export function decodeXml(raw: string): string {
  if (!raw.includes('&')) return raw
  return raw.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

/** An attribute by its name without prefix, decoded; undefined when it is not there. */
export function attribute(attributes: string, name: string): string | undefined {
  let at = -1
  for (;;) {
    at = attributes.indexOf(name, at + 1)
    if (at < 0) return undefined
    const before = attributes.charCodeAt(at - 1)
    // A blank or the colon of a prefix before the name; at the start of the text there is NaN.
    if (at > 0 && before > 32 && before !== 58) continue
    let equals = at + name.length
    while (attributes.charCodeAt(equals) <= 32) equals += 1
    if (attributes.charCodeAt(equals) !== 61) continue
    let quote = equals + 1
    while (attributes.charCodeAt(quote) <= 32) quote += 1
    const mark = attributes.charAt(quote)
    const end = attributes.indexOf(mark, quote + 1)
    if ((mark !== '"' && mark !== "'") || end < 0) continue
    return decodeXml(attributes.slice(quote + 1, end))
  }
}

/** Scans text that comes in pieces; what is cut at the end of a piece waits for the next. */
export class XmlScanner {
  private rest = ''

  constructor(private readonly handler: XmlHandler) {}

  /** Length of what waits for its end. */
  get waiting(): number {
    return this.rest.length
  }

  push(piece: string, last: boolean): void {
    let xml = piece
    let from = 0
    if (this.rest !== '') {
      // Only the tag that was cut is joined: V8 reads a string just joined several times slower.
      const close = piece.indexOf('>') + 1
      const joined = this.rest + piece.slice(0, close)
      const done = this.run(joined, 0)
      if (done === joined.length) from = close
      else xml = joined.slice(done) + piece.slice(close)
    }
    const end = this.run(xml, from)
    this.rest = last ? '' : xml.slice(end)
  }

  /** Scans all that is whole; gives where it stopped. */
  private run(xml: string, from: number): number {
    const { handler } = this
    const length = xml.length
    let at = from
    for (;;) {
      let open = at
      // Most texts are short numbers; a long one is left to indexOf.
      const soon = Math.min(length, at + 24)
      while (open < soon && xml.charCodeAt(open) !== 60) open += 1
      if (open === soon) {
        open = open === length ? -1 : xml.indexOf('<', open)
        if (open < 0) return at
      }
      const first = xml.charCodeAt(open + 1)
      if (first === 33 || first === 63) {
        const end = this.passOver(xml, open, at)
        if (end < 0) return at
        at = end
        continue
      }
      let close = open + 1
      let nameEnd = -1
      let mark = 0
      for (; close < length; close += 1) {
        const code = xml.charCodeAt(close)
        if (mark !== 0) {
          if (code === mark) mark = 0
        } else if (code === 62) break
        else if (code === 34 || code === 39) mark = code
        else if (code <= 32 && nameEnd < 0) nameEnd = close
      }
      if (close >= length) return at
      if (open > at) handler.text(xml.slice(at, open))
      at = close + 1
      if (first === 47) {
        handler.close(localName(xml, open + 2, close))
        continue
      }
      const selfClosing = xml.charCodeAt(close - 1) === 47
      const end = selfClosing ? close - 1 : close
      if (nameEnd < 0 || nameEnd > end) nameEnd = end
      handler.open(
        localName(xml, open + 1, nameEnd),
        nameEnd === end ? '' : xml.slice(nameEnd, end),
        selfClosing,
      )
    }
  }

  /** Comments, declarations and CDATA from `open`; gives where to go on, -1 when the end is not there yet. */
  private passOver(xml: string, open: number, textStart: number): number {
    if (xml.startsWith('<![CDATA[', open)) {
      const end = xml.indexOf(']]>', open)
      if (end < 0) return -1
      if (open > textStart) this.handler.text(xml.slice(textStart, open))
      const content = xml.slice(open + 9, end)
      this.handler.text(content.replaceAll('&', '&amp;'))
      return end + 3
    }
    const mark = xml.startsWith('<!--', open) ? '-->' : xml.charCodeAt(open + 1) === 63 ? '?>' : '>'
    const end = xml.indexOf(mark, open)
    // "<!" at the very end may yet become a comment or CDATA.
    if (end < 0 || xml.length - open < 9) return -1
    if (open > textStart) this.handler.text(xml.slice(textStart, open))
    return end + mark.length
  }
}

function localName(xml: string, start: number, end: number): string {
  // The tags of most cells, without a string made for each.
  if (end - start === 1) {
    const code = xml.charCodeAt(start)
    if (code === 99) return 'c'
    if (code === 118) return 'v'
    if (code === 116) return 't'
  }
  for (let i = start; i < end; i += 1) if (xml.charCodeAt(i) === 58) return xml.slice(i + 1, end).trimEnd()
  return xml.slice(start, end).trimEnd()
}

/** Scans a whole text. */
export function scanXml(xml: string, handler: Partial<XmlHandler>): void {
  const scanner = new XmlScanner({ open: () => {}, close: () => {}, text: () => {}, ...handler })
  scanner.push(xml, true)
}
