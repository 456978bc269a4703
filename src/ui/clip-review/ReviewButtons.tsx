import type { PageTexts } from '../locales/vi-pages'
import { PageIcon } from '../parts/PageIcon'

interface ReviewButtonsProps {
  readonly texts: PageTexts
  /** What was not heard cannot be judged. */
  readonly isHeard: boolean
  readonly isFirst: boolean
  readonly onRight: () => void
  readonly onWrong: () => void
  readonly onSkip: () => void
  readonly onBack: () => void
  readonly onEnd: () => void
}

/** What can be said of a recording, at the thumb; under it, where else to go. */
export function ReviewButtons(props: ReviewButtonsProps) {
  const { texts, isHeard, isFirst, onRight, onWrong, onSkip, onBack, onEnd } = props
  const words = texts.clipReview
  return (
    <>
      <div class="review-buttons">
        <button
          type="button"
          class="button large good"
          disabled={!isHeard}
          aria-keyshortcuts="1"
          data-testid="review-right"
          onClick={onRight}
        >
          <PageIcon name="check" />
          {words.right}
        </button>
        <button
          type="button"
          class="button large quiet"
          disabled={!isHeard}
          aria-keyshortcuts="2"
          data-testid="review-wrong"
          onClick={onWrong}
        >
          {words.wrong}
        </button>
        <button
          type="button"
          class="button large quiet"
          aria-keyshortcuts="3"
          data-testid="review-skip"
          onClick={onSkip}
        >
          {words.skip}
        </button>
      </div>
      <p class="actions">
        <button
          type="button"
          class="button quiet"
          disabled={isFirst}
          data-testid="review-back"
          onClick={onBack}
        >
          {words.back}
        </button>
        <button type="button" class="button quiet" data-testid="review-end" onClick={onEnd}>
          {words.end}
        </button>
      </p>
    </>
  )
}
