import { createDocument, type Document, type LanguageReader } from '../language/index.js'
import type { SupportedLanguage } from '../types.js'

/** Reads texts of the three languages; each reader is loaded once, and only where a comment may need it. */
export async function loadDocumentReader(
  languages: readonly SupportedLanguage[] = ['fi', 'sv', 'en'],
): Promise<(comment: { text: string; language?: SupportedLanguage }) => Document> {
  const readers: Partial<Record<SupportedLanguage, LanguageReader>> = {}
  const load = {
    fi: async () => (await import('../finnish/index.js')).loadFinnish(),
    sv: async () => (await import('../swedish/index.js')).loadSwedish(),
    en: async () => (await import('../english/index.js')).loadEnglish(),
  }
  await Promise.all(
    languages.map(async (language) => {
      readers[language] = await load[language]()
    }),
  )
  return ({ text, language }) => createDocument(text, { readers, language })
}
