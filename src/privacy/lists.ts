import type { Document } from '../language/document.js'
import type { PersonalDataFinding } from '../types.js'
import { baseName } from './pseudonyms.js'

/** Names by base form: forms in every case are meant too. */
export interface NameLists {
  /** Never redacted: names of services and buildings that sound like persons. */
  allow?: readonly string[]
  /** Always redacted, whatever the context: nicknames, rare names. */
  deny?: readonly string[]
}

/** Applies lists of names to findings. */
export type NameFilter = (
  document: Document,
  findings: readonly PersonalDataFinding[],
) => PersonalDataFinding[]

/**
 * A filter by names of your own. A finding goes when all its words are allowed; a denied word is a finding
 * wherever it stands, except inside another finding.
 *
 * @example nameFilter({ allow: ['Aura'], deny: ['Nallukka'] })(document, findPersonalData(document))
 */
export function nameFilter({ allow = [], deny = [] }: NameLists): NameFilter {
  const allowed = new Set(allow.flatMap(forms))
  const denied = new Set(deny.flatMap(forms))
  const listed = (list: ReadonlySet<string>, text: string, lemma: string): boolean =>
    list.has(text.toLowerCase()) || list.has(lemma.toLowerCase()) || list.has(baseName(text))
  return (document, findings) => {
    const { tokens, words } = document
    const kept: PersonalDataFinding[] = []
    let at = 0
    for (const finding of findings) {
      while (at < tokens.length && (tokens[at]?.end ?? 0) <= finding.start) at += 1
      let covers = finding.type === 'name' && allowed.size > 0
      for (let i = at; covers && i < tokens.length && (tokens[i]?.start ?? 0) < finding.end; i += 1)
        covers = tokens[i]?.kind !== 'word' || listed(allowed, tokens[i]?.text ?? '', words[i]?.lemma ?? '')
      if (!covers) kept.push(finding)
    }
    if (denied.size === 0) return kept
    const out: PersonalDataFinding[] = []
    let next = 0
    tokens.forEach((token, index) => {
      while (next < kept.length && (kept[next] as PersonalDataFinding).end <= token.start)
        out.push(kept[next++] as PersonalDataFinding)
      if ((kept[next]?.start ?? Number.POSITIVE_INFINITY) < token.end || token.kind !== 'word') return
      if (listed(denied, token.text, words[index]?.lemma ?? ''))
        out.push({ type: 'name', start: token.start, end: token.end })
    })
    return [...out, ...kept.slice(next)]
  }
}

const forms = (name: string): string[] =>
  [name.trim().toLowerCase(), baseName(name.trim())].filter((form) => form !== '')
