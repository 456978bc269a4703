import type { ClipReview } from '../../app/recording/clip-review'
import { routeHash } from '../../app/routes'
import type { Shelf } from '../../app/shelf'
import { useApp, useTexts } from '../context'
import type { PageTexts } from '../locales/vi-pages'
import { Empty } from '../parts/Empty'
import { PageIcon } from '../parts/PageIcon'
import { useSignal } from '../use-signal'
import { ShowDrafts } from './ShowDrafts'
import { hidesDrafts, useWaitingClips } from './use-waiting-clips'

interface ChooseClipsProps {
  readonly review: ClipReview
  readonly texts: PageTexts
}

/** Of which dictionary. */
export function ChooseClips({ review, texts }: ChooseClipsProps) {
  const { library } = useApp()
  const common = useTexts()
  const shelves = useSignal(library.shelves).filter(({ dictionary }) => dictionary !== undefined)
  const words = texts.clipReview
  if (shelves.length === 0)
    return (
      <Empty text={words.noDictionary} help={words.noDictionaryHelp}>
        <a class="button" href={routeHash({ name: 'library' })}>
          {common.library}
        </a>
      </Empty>
    )
  return (
    <>
      <p>{words.intro}</p>
      {shelves.some(hidesDrafts) && <ShowDrafts texts={texts} />}
      <ul class="rows section">
        {shelves.map((shelf) => (
          <Language key={shelf.language} shelf={shelf} review={review} texts={texts} />
        ))}
      </ul>
    </>
  )
}

interface LanguageProps extends ChooseClipsProps {
  readonly shelf: Shelf
}

function Language({ shelf, review, texts }: LanguageProps) {
  useSignal(review.verdicts)
  const found = useWaitingClips(review, shelf)
  const clips = found?.ok === true ? found.value : []
  const judged = clips.filter((clip) => review.verdictOn(clip) !== undefined).length
  const words = texts.clipReview
  return (
    <li>
      <a
        class="row"
        href={routeHash({ name: 'clip-review', language: shelf.language })}
        data-testid="review-language"
        data-language={shelf.language}
      >
        <span>
          {texts.name(shelf)}
          <span class="detail">
            {hidesDrafts(shelf) ? words.draftsHidden : words.count(clips.length - judged, judged)}
          </span>
        </span>
        <PageIcon name="forward" />
      </a>
    </li>
  )
}
