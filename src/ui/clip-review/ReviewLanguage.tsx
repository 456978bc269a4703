import { useEffect, useState } from 'preact/hooks'
import type { Pages } from '../../app/pages'
import type { ClipReview, WaitingClip } from '../../app/recording/clip-review'
import type { Shelf } from '../../app/shelf'
import type { LanguageCode } from '../../lexicon/ids'
import { useApp, useTexts } from '../context'
import type { PageTexts } from '../locales/vi-pages'
import { Empty } from '../parts/Empty'
import { useSignal } from '../use-signal'
import { JudgedClips } from './JudgedClips'
import { ReviewDesk } from './ReviewDesk'
import { Reviewer } from './Reviewer'
import { SendVerdicts } from './SendVerdicts'
import { ShowDrafts } from './ShowDrafts'
import { hidesDrafts, useWaitingClips } from './use-waiting-clips'

export interface ReviewProps {
  readonly review: ClipReview
  readonly pages: Pages
  readonly texts: PageTexts
}

interface ReviewLanguageProps extends ReviewProps {
  readonly language: LanguageCode
  readonly isAtDesk: boolean
  readonly onDesk: (isAtDesk: boolean) => void
}

/** The recordings of one dictionary. */
export function ReviewLanguage({ language, isAtDesk, ...props }: ReviewLanguageProps) {
  const { texts } = props
  const { library } = useApp()
  const shelf = useSignal(library.shelves).find((other) => other.language === language)
  if (shelf?.dictionary === undefined)
    return <Empty text={texts.clipReview.noDictionary} help={texts.clipReview.noDictionaryHelp} />
  return (
    <>
      {!isAtDesk && <p>{texts.name(shelf)}</p>}
      {hidesDrafts(shelf) ? <ShowDrafts texts={texts} /> : <ReviewShelf {...props} shelf={shelf} />}
    </>
  )
}

interface ReviewShelfProps extends ReviewProps {
  readonly shelf: Shelf
  readonly onDesk: (isAtDesk: boolean) => void
}

function ReviewShelf(props: ReviewShelfProps) {
  const { review, texts, shelf } = props
  const common = useTexts()
  const found = useWaitingClips(review, shelf)
  const words = texts.clipReview
  if (found === undefined) return <p role="status">{words.opening}</p>
  if (!found.ok) return <p class="notice bad">{common.fault(found.error)}</p>
  return found.value.length === 0 ? (
    <Empty text={words.none} help={words.noneHelp} />
  ) : (
    <ReviewClips {...props} clips={found.value} />
  )
}

interface ReviewClipsProps extends ReviewShelfProps {
  readonly clips: readonly WaitingClip[]
}

function ReviewClips({ clips, shelf, onDesk, ...props }: ReviewClipsProps) {
  const { review, texts } = props
  const verdicts = useSignal(review.verdicts)
  const [reviewer, setReviewer] = useState(verdicts[verdicts.length - 1]?.reviewer ?? '')
  /** What is heard now, one after the other; none: nobody has begun. */
  const [queue, setQueue] = useState<readonly WaitingClip[]>()
  const isAtDesk = queue !== undefined
  useEffect(() => {
    onDesk(isAtDesk)
    return () => onDesk(false)
  }, [isAtDesk])
  const waiting = clips.filter((clip) => review.verdictOn(clip) === undefined)
  const judged = clips.filter((clip) => review.verdictOn(clip) !== undefined)
  if (queue !== undefined)
    return (
      <ReviewDesk {...props} clips={queue} reviewer={reviewer} onEnd={() => setQueue(undefined)} />
    )
  return (
    <>
      <p data-testid="review-count" data-waiting={waiting.length} data-judged={judged.length}>
        {texts.clipReview.count(waiting.length, judged.length)}
      </p>
      {waiting.length > 0 && (
        <Reviewer
          texts={texts}
          name={reviewer}
          onBegin={(name) => {
            setReviewer(name)
            setQueue(waiting)
          }}
        />
      )}
      <SendVerdicts {...props} language={shelf.language} />
      <JudgedClips {...props} clips={judged} />
    </>
  )
}
