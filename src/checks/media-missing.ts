import { MEDIA_FIELDS } from '../lexicon/media'
import type { Check } from './check'

export const mediaMissing: Check = {
  code: 'media-missing',
  *run({ media, mediaFiles }) {
    for (const { value, place } of media) {
      if (value.path === '' || mediaFiles.has(value.path)) continue
      const at = place(MEDIA_FIELDS.path.column)
      yield { code: 'media-missing', severity: 'error', at, path: value.path }
    }
  },
}
