import missing from '../../../data/columns/missing.json'

export type MissingKind = 'empty' | 'dash' | 'not_answered' | 'cannot_say' | 'not_applicable' | 'error'

interface MissingTables {
  anywhere: ReadonlyMap<string, MissingKind>
  scores: ReadonlyMap<string, MissingKind>
}

let tables: MissingTables | undefined

function missingTables(): MissingTables {
  if (tables) return tables
  const anywhere = new Map<string, MissingKind>()
  for (const [kind, words] of Object.entries(missing.anywhere))
    for (const word of words) anywhere.set(word, kind as MissingKind)
  const scores = new Map(anywhere)
  for (const [kind, words] of Object.entries(missing.scores))
    for (const word of words) if (!scores.has(word)) scores.set(word, kind as MissingKind)
  for (const word of missing.errors) {
    if (!anywhere.has(word)) anywhere.set(word, 'error')
    scores.set(word, 'error')
  }
  tables = { anywhere, scores }
  return tables
}

function plain(cell: string): string {
  const text = cell.trim().toLowerCase().replaceAll('’', "'")
  return text.length > 1 && text.endsWith('.') && !text.endsWith('..') ? text.slice(0, -1) : text
}

/** The kind of "no answer" that a cell of an open question or of a unit, time or id stands for. */
export function missingText(cell: string): MissingKind | undefined {
  if (cell.length > 24) return undefined
  const text = plain(cell)
  if (text === '') return 'empty'
  const { anywhere } = missingTables()
  return anywhere.get(text) ?? anywhere.get(cell.trim().toLowerCase())
}

/**
 * The kind of "no score" that a cell of a score or a choice stands for. Here `E`, `EOS` and "en osaa sanoa"
 * count, and joined ones: "en osaa sanoa / ei koske minua".
 */
export function missingScore(cell: string): MissingKind | undefined {
  if (cell.length > 60) return undefined
  const text = plain(cell)
  if (text === '') return 'empty'
  const { scores } = missingTables()
  const direct = scores.get(text) ?? scores.get(cell.trim().toLowerCase())
  if (direct) return direct
  const inner = /^[([](.+)[)\]]$/u.exec(text)?.[1]
  if (inner !== undefined && scores.has(inner)) return scores.get(inner)
  const opened = /^(.+?)\s*[([](.+)[)\]]$/u.exec(text)
  const parts = opened
    ? [opened[1] ?? '', opened[2] ?? '']
    : text.split(/\s*(?:\/|,| - | – |\btai\b|\beller\b|\bor\b)\s*/u)
  if (parts.length < 2) return undefined
  let kind: MissingKind | undefined
  for (const part of parts) {
    const found = scores.get(part)
    if (!found || found === 'dash') return undefined
    kind ??= found
  }
  return kind
}
