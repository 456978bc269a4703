import { editionOf } from './edition/edition'
import type { Format } from './format'

/**
 * One JSON file for programs that want the words and nothing of our tables: `{ format, version,
 * language, release, sources, entries }`, each entry with its forms, senses and their examples,
 * relations and media, codes beside their names. Properties are those of the records (docs/DATA-GUIDE.md);
 * what is not there is absent, lists apart.
 */
export const json: Format = {
  id: 'json',
  name: 'JSON',
  extensions: ['json'],
  write: async (lexicon, { drafts = false }) => {
    const { language, sources, entries } = editionOf(lexicon, { drafts })
    const { code, nameVi, nameEn, languageTag, release } = language
    const content = {
      format: 'rong-dictionary',
      version: 1,
      language: { code, nameVi, nameEn, languageTag },
      release,
      sources,
      entries: entries.map(({ letter: _, isDraft: __, sources: ___, ...article }) => article),
    }
    const text = `${JSON.stringify(content, undefined, 1)}\n`
    return new Map([[`rong-${code}.json`, new TextEncoder().encode(text)]])
  },
}
