/**
 * Text for HTML and SVG, in content and in quoted attributes. Bidirectional controls are shown as a mark:
 * left in, they could turn the words of the page around. Control characters and lone surrogates are replaced.
 */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Bidi_Control}/gu, '\ufffd')
    .replace(/[^\P{Cc}\t\n\r]/gu, '\ufffd')
    .replace(/[&<>"'`]/g, (character) => entities[character] ?? '')
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}
