const PIECE = 64 * 1024

/** Values as JSON, one a line, in pieces. U+2028 and U+2029 are escaped, since some readers break lines there. */
export async function* writeNdjson(
  values: AsyncIterable<unknown> | Iterable<unknown>,
): AsyncGenerator<string> {
  let text = ''
  for await (const value of values) {
    text += `${JSON.stringify(value).replace(/[\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16)}`)}\n`
    if (text.length > PIECE) {
      yield text
      text = ''
    }
  }
  if (text !== '') yield text
}
