/**
 * The text of a field's value as it stands in a JSON object: `JSON.parse` of Node 20 gives numbers of more than 53 bits
 * rounded, with no way to their text. Of a field that stands twice the last counts, as for `JSON.parse`.
 *
 * @param line one JSON object, known to be right
 */
export function rawField(line: string, field: string): string {
  let found = 'null'
  let depth = 0
  let name = ''
  let start = -1
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at]
    if (sign === '"') {
      const end = endOfString(line, at)
      if (depth === 1 && start < 0) name = line.slice(at, end + 1)
      at = end
    } else if (sign === '{' || sign === '[') depth += 1
    else if (sign === '}' || sign === ']') depth -= 1
    if (depth === 1 && sign === ':' && start < 0) start = at + 1
    else if (start >= 0 && ((depth === 1 && sign === ',') || depth === 0)) {
      if (JSON.parse(name) === field) found = line.slice(start, at).trim()
      start = -1
    }
  }
  return found
}

function endOfString(line: string, open: number): number {
  let at = open + 1
  while (at < line.length && line[at] !== '"') at += line[at] === '\\' ? 2 : 1
  return at
}
