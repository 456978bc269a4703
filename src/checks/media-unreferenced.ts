import type { Check } from './check'

/** A file that no row describes has no speaker, no consent and no licence. */
export const mediaUnreferenced: Check = {
  code: 'media-unreferenced',
  *run({ language, media, mediaFiles }) {
    const described = new Set(media.map(({ value }) => value.path))
    for (const path of mediaFiles.keys()) {
      if (described.has(path)) continue
      const at = { file: `${language.code}/media/${path}`, line: 1, row: 1 }
      yield { code: 'media-unreferenced', severity: 'warning', at, path }
    }
  },
}
