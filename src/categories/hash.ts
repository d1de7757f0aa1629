/** FNV-1a over UTF-16 units with a last mix, 32 bits: one number for a feature, the same on every machine. */
export function hashText(kind: number, text: string, seed = 0): number {
  let hash = (0x811c9dc5 ^ Math.imul(kind + 1, 0x9e3779b1) ^ seed) >>> 0
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  return hash >>> 0
}
