import { builtInFormat, type FormatKind, formatKind } from './serial.js'
import { attribute, scanXml } from './xml.js'

export interface SheetEntry {
  name: string
  hidden: boolean
  /** Path of its part in the archive. */
  path: string
}

/** Targets of a relationships part by id, as paths in the archive. */
export function relationships(xml: string, folder: string): { id: string; type: string; path: string }[] {
  const found: { id: string; type: string; path: string }[] = []
  scanXml(xml, {
    open(name, attributes) {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return
      const target = attribute(attributes, 'Target') ?? ''
      const parts = target.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '')
      for (const part of target.split('/')) {
        if (part === '..') parts.pop()
        else if (part !== '' && part !== '.') parts.push(part)
      }
      found.push({
        id: attribute(attributes, 'Id') ?? '',
        type: attribute(attributes, 'Type') ?? '',
        path: parts.join('/'),
      })
    },
  })
  return found
}

/** Sheets of a workbook in their order, and from which year its serials count. */
export function readWorkbook(
  xml: string,
  paths: Map<string, string>,
): { sheets: SheetEntry[]; from1904: boolean } {
  const sheets: SheetEntry[] = []
  let from1904 = false
  scanXml(xml, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true|on)$/.test(attribute(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      const path = paths.get(attribute(attributes, 'r:id') ?? relationId(attributes) ?? '')
      if (path === undefined) return
      const state = attribute(attributes, 'state')
      sheets.push({
        name: attribute(attributes, 'name') ?? '',
        hidden: state !== undefined && state !== 'visible',
        path,
      })
    },
  })
  return { sheets, from1904 }
}

/** `r:id` under another prefix. */
const relationId = (attributes: string) => /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1]

/** What the number format of each cell style (index `s`) makes of a number. */
export function readStyles(xml: string): FormatKind[] {
  const own = new Map<number, FormatKind>()
  const styles: FormatKind[] = []
  let inside = false
  scanXml(xml, {
    open(name, attributes, selfClosing) {
      if (name === 'numFmt')
        own.set(
          Number(attribute(attributes, 'numFmtId')),
          formatKind(attribute(attributes, 'formatCode') ?? ''),
        )
      if (name === 'cellXfs') inside = !selfClosing
      if (name !== 'xf' || !inside) return
      const id = Number(attribute(attributes, 'numFmtId') ?? 0)
      styles.push(own.get(id) ?? builtInFormat(id))
    },
    close(name) {
      if (name === 'cellXfs') inside = false
    },
  })
  return styles
}
