export const { charCodeAt } = String.prototype

/**
 * The UTF-16 unit at a place of a text. Engines keep slices, glued texts, names of properties and others as strings of
 * different kinds; where more than four kinds have passed, `text.charCodeAt` is looked up anew for every letter. Where the
 * words of all who ask pass through, it is called by itself.
 */
export function unitAt(text: string, at: number): number {
  return charCodeAt.call(text, at)
}
