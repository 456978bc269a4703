import { useEffect, useState } from 'preact/hooks'
import type { ClipReview as Review } from '../../app/recording/clip-review'
import { ChooseClips } from '../clip-review/ChooseClips'
import { ReviewLanguage } from '../clip-review/ReviewLanguage'
import { useApp } from '../context'
import { useTitle } from '../use-title'
import type { ScreenProps } from './index'

/** Hearing the recordings that nobody has confirmed, and saying of each whether it is right. */
export function ClipReview({ route, pages, texts }: ScreenProps<'clip-review'>) {
  const { notices } = useApp()
  const [review, setReview] = useState<Review>()
  const [isAtDesk, setAtDesk] = useState(false)
  useTitle(texts.clipReview.title)
  useEffect(() => {
    let isGone = false
    pages.clipReview().then(
      async (loaded) => {
        await loaded.load()
        if (!isGone) setReview(loaded)
      },
      () => notices.fault({ kind: 'offline' }),
    )
    return () => {
      isGone = true
    }
  }, [pages])
  const { language } = route
  return (
    <div class="column">
      {/* At the desk the word takes its place; the top bar says the same. */}
      <h1 class={isAtDesk ? 'visually-hidden' : undefined}>{texts.clipReview.title}</h1>
      {review === undefined ? (
        <p role="status">{texts.clipReview.opening}</p>
      ) : language === undefined ? (
        <ChooseClips review={review} texts={texts} />
      ) : (
        <ReviewLanguage
          key={language}
          review={review}
          pages={pages}
          texts={texts}
          language={language}
          isAtDesk={isAtDesk}
          onDesk={setAtDesk}
        />
      )}
    </div>
  )
}
