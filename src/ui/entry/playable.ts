import type { Clips } from '../../app/clips/clips'
import type { Playable } from '../../app/clips/player'
import type { LanguageCode } from '../../lexicon/ids'
import type { Media } from '../../lexicon/media'

/** A recording as the player takes it; one that a release replaced is another one. */
export const playableOf = (clips: Clips, language: LanguageCode, media: Media): Playable => ({
  id: `${media.id}@${media.sha256}`,
  type: 'audio/mpeg',
  load: () => clips.load(language, media),
})
