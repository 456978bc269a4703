import { MEDIA_FIELDS } from '../lexicon/media'
import type { Check } from './check'

/** The file is the one that was described and consented to, to the byte. */
export const mediaHash: Check = {
  code: 'media-hash',
  *run({ media, mediaFiles }) {
    for (const { value, place } of media) {
      const found = mediaFiles.get(value.path)
      if (found === undefined || value.sha256 === '' || found === value.sha256) continue
      const at = place(MEDIA_FIELDS.sha256.column)
      yield { code: 'media-hash', severity: 'error', at, path: value.path, found }
    }
  },
}
