import { escapeHtml } from '../escape.js'

/** A cell: text to escape, or markup made by this folder. `number` aligns right. */
export type Cell = { text: string; number?: true } | { markup: string }

export interface TableRow {
  header: string
  kind?: 'group' | 'child'
  cells: Cell[]
}

const number = (text: string): Cell => ({ text, number: true })
const text = (value: string): Cell => ({ text: value })
export const cell = { number, text, markup: (markup: string): Cell => ({ markup }) }

/** A table with a caption, column and row headers (WCAG 1.3.1); wide ones scroll in their own box. */
export function table(
  caption: string,
  head: readonly { text: string; number?: true }[],
  rows: readonly TableRow[],
): string {
  const headers = head
    .map((column) =>
      column.text === ''
        ? // Above pictures there is nothing to name: an empty header cell would be read aloud as one.
          '<td></td>'
        : `<th scope="col"${column.number ? ' class="number"' : ''}>${escapeHtml(column.text)}</th>`,
    )
    .join('')
  const body = rows
    .map((row) => {
      const cells = row.cells
        .map((entry) =>
          'markup' in entry
            ? `<td>${entry.markup}</td>`
            : `<td${entry.number ? ' class="number"' : ''}>${escapeHtml(entry.text)}</td>`,
        )
        .join('')
      const kind = row.kind === undefined ? '' : ` class="${row.kind}"`
      return `<tr${kind}><th scope="row">${escapeHtml(row.header)}</th>${cells}</tr>`
    })
    .join('\n')
  // A box that scrolls must be reachable by keyboard and named (WCAG 2.1.1).
  return `<div class="scroll" tabindex="0" role="group" aria-label="${escapeHtml(caption)}"><table>
<caption>${escapeHtml(caption)}</caption>
<thead><tr>${headers}</tr></thead>
<tbody>
${body}
</tbody></table></div>`
}
