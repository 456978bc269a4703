import type { WaitingClip } from '../../app/recording/clip-review'
import { routeHash } from '../../app/routes'
import type { PageTexts } from '../locales/vi-pages'
import { Headword } from '../parts/Headword'

interface ClipCardProps {
  readonly clip: WaitingClip
  readonly texts: PageTexts
}

/** What should be heard, and from whom. */
export function ClipCard({ clip, texts }: ClipCardProps) {
  const { dictionary, row, media, language } = clip
  const variety = dictionary.meta.varieties.find(({ id }) => id === media.variety)
  const { player } = texts
  return (
    <div class="review-card" data-testid="review-clip" data-media={media.id}>
      <h2>
        <Headword row={row} lang={dictionary.meta.languageTag} isBig />
      </h2>
      {row.transcription !== undefined && row.headwordKind === 'spelling' && (
        <p class="ipa">{row.transcription}</p>
      )}
      <p lang="vi">{row.glossesVi.join('; ')}</p>
      <p class="soft">
        <strong>{media.speaker ?? player.unnamed}</strong>
        {[media.place, variety && texts.name(variety), media.date && player.date(media.date)]
          .filter(Boolean)
          .map((part) => ` · ${part}`)}
      </p>
      <p class="small">
        <a href={routeHash({ name: 'entry', language, entry: row.id })}>
          {texts.clipReview.openEntry}
        </a>
      </p>
    </div>
  )
}
