import { ReadError } from '../../errors.js'
import type { OpenOptions } from '../open.js'
import type { Table } from '../table.js'
import { type Codebook, readCodebook } from './codebook.js'

/** Names that tools and people give to the sheet that tells what the codes of a workbook stand for. */
const NAMES =
  /koodi|koodaus|codebook|code book|codes|coding|selit|muuttuj|variab|legend|value labels|kodbok|kodlista|koder|förklar|etikett/iu

/** The code book among the other sheets of a workbook; undefined where none is one. */
export async function findBookSheet(
  source: string | Uint8Array | Blob,
  table: Table,
  options: OpenOptions,
): Promise<Codebook | undefined> {
  for (const sheet of (table.otherSheets ?? []).filter((name) => NAMES.test(name)).slice(0, 5)) {
    try {
      const book = await readCodebook(source, { ...options, sheet })
      if (book.size === 0) continue
      table.issues.add({
        code: 'codebook_sheet',
        severity: 'info',
        file: table.file,
        row: 0,
        column: null,
        value: null,
        hint: `What the codes stand for was read from the sheet "${sheet}". Give --codebook to use another.`,
      })
      return book
    } catch (error) {
      // A sheet of notes or of the same answers as codes: no code book after all.
      if (!(error instanceof ReadError)) throw error
    }
  }
  return undefined
}
