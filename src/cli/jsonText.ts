/** What stands instead of a text of a line, and instead of a key of it. */
export interface JsonRedactor {
  text(text: string): string
  key(text: string): string
}

/**
 * A line of JSON with its texts redacted and everything else as it was written, to the byte: numbers that no
 * double holds, spaces, escapes. The walk nests nothing, so that no depth is too deep for it.
 *
 * @param fields of the outermost objects only the values of these keys
 * @returns undefined for a line that is no JSON object, array or string
 */
export function redactJson(
  line: string,
  redactor: JsonRedactor,
  fields?: readonly string[],
): string | undefined {
  if (!/^\s*[{["]/.test(line)) return undefined
  try {
    JSON.parse(line)
  } catch {
    return undefined
  }
  let out = ''
  let from = 0
  /** Of every open bracket whether it is an object's. */
  const open: boolean[] = []
  /** How many are open within the outermost object. */
  let outermost = Number.POSITIVE_INFINITY
  let key = ''
  let isKey = false
  let chosen = true
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at)
    if (sign === '{' || sign === '[') {
      isKey = sign === '{'
      open.push(isKey)
      if (isKey) outermost = Math.min(outermost, open.length)
    } else if (sign === '}' || sign === ']') {
      open.pop()
      if (open.length < outermost) chosen = true
    } else if (sign === ',') isKey = open.at(-1) === true
    else if (sign === ':') isKey = false
    else if (sign === '"' || (sign >= '0' && sign <= '9')) {
      const end = sign === '"' ? endOfString(line, at) : endOfNumber(line, at)
      const token = line.slice(at, end)
      let shown = token
      if (isKey) {
        key = JSON.parse(token)
        if (fields !== undefined && open.length === outermost) chosen = fields.includes(key)
        shown = ofString(token, redactor.key)
      } else if (chosen)
        shown =
          sign === '"'
            ? ofString(token, redactor.text)
            : line.charAt(at - 1) === '-'
              ? token
              : ofNumber(token, key, redactor.text)
      if (shown !== token) {
        out += line.slice(from, at) + shown
        from = end
      }
      at = end - 1
    }
  }
  return out + line.slice(from)
}

function endOfString(line: string, start: number): number {
  let at = start + 1
  while (at < line.length && line.charAt(at) !== '"') at += line.charAt(at) === '\\' ? 2 : 1
  return at + 1
}

function endOfNumber(line: string, start: number): number {
  let at = start + 1
  while (/[\d.eE+-]/.test(line.charAt(at))) at += 1
  return at
}

function ofString(token: string, redactor: (text: string) => string): string {
  const text: string = JSON.parse(token)
  const shown = redactor(text)
  return shown === text ? token : JSON.stringify(shown)
}

const phoneKey = /puh|phone|tele|gsm|mobi|tlf|känny|yhteysnumero/i
const codeKey = /hetu|henkil|sotu|ssn|person(?:beteckning|nummer|al)|identity/i

/** A number that is a telephone number or an identity code; one that lost its first zero where the key says so. */
function ofNumber(token: string, key: string, redactor: (text: string) => string): string {
  if (!/^\d{7,16}$/.test(token)) return token
  const readings = [
    token,
    ...(phoneKey.test(key) ? [`0${token}`] : []),
    ...(codeKey.test(key) ? [`hetu ${token.padStart(10, '0')}`] : []),
  ]
  for (const text of readings) {
    const shown = redactor(text)
    if (shown !== text) return JSON.stringify(shown.replace(/^hetu /, ''))
  }
  return token
}
