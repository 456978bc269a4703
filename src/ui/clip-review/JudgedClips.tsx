import type { WaitingClip } from '../../app/recording/clip-review'
import { PlayButton } from '../entry/PlayButton'
import { playableOf } from '../entry/playable'
import { Headword } from '../parts/Headword'
import { useSignal } from '../use-signal'
import type { ReviewProps } from './ReviewLanguage'

interface JudgedClipsProps extends ReviewProps {
  readonly clips: readonly WaitingClip[]
}

/** What was said on this device; it can be heard again and taken back. */
export function JudgedClips({ clips, review, pages, texts }: JudgedClipsProps) {
  useSignal(review.verdicts)
  const words = texts.clipReview
  if (clips.length === 0) return null
  return (
    <section class="section">
      <h2>{words.judged}</h2>
      <ul class="rows">
        {clips.map((clip) => {
          const verdict = review.verdictOn(clip)
          if (verdict === undefined) return null
          const { row, dictionary, media, language } = clip
          return (
            <li key={media.id} class="judged" data-testid="judged" data-media={media.id}>
              <PlayButton
                player={pages.player}
                playable={playableOf(pages.clips, language, media)}
                icon="play"
                label={`${words.listen}: ${row.headword}`}
                texts={texts}
              />
              <span>
                <Headword row={row} lang={dictionary.meta.languageTag} />
                <span class="detail">
                  {words.said[verdict.verdict]}
                  {verdict.reason !== undefined && ` ${verdict.reason}`} · {verdict.reviewer} ·{' '}
                  {texts.date(verdict.at)}
                </span>
              </span>
              <button
                type="button"
                class="button quiet"
                aria-label={words.takeBackOf(row.headword)}
                onClick={() => void review.forget(clip)}
              >
                {words.takeBack}
              </button>
            </li>
          )
        })}
      </ul>
      <p class="hint">{words.takeBackHelp}</p>
    </section>
  )
}
