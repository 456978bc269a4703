import type { WaitingClip } from '../../app/recording/clip-review'
import { useTexts } from '../context'
import { PlayButton } from '../entry/PlayButton'
import { ClipCard } from './ClipCard'
import { ReviewButtons } from './ReviewButtons'
import type { ReviewProps } from './ReviewLanguage'
import { useReview } from './use-review'
import { useReviewKeys } from './use-review-keys'
import { WhyWrong } from './WhyWrong'

interface ReviewDeskProps extends ReviewProps {
  /** In the order they are heard; at least one. */
  readonly clips: readonly WaitingClip[]
  readonly reviewer: string
  readonly onEnd: () => void
}

/** One recording after the other: it sounds by itself, and two large buttons say what it is. */
export function ReviewDesk({ clips, reviewer, review, pages, texts, onEnd }: ReviewDeskProps) {
  const common = useTexts()
  const { player } = pages
  const desk = useReview({ clips, reviewer, review, pages, onEnd })
  const { at, clip, playable, isHeard, isWrong, setWrong, play, go, judge, verdict, fault } = desk
  const words = texts.clipReview
  useReviewKeys({
    play,
    right: isWrong ? undefined : () => judge('reviewed'),
    wrong: isWrong || !isHeard ? undefined : () => setWrong(true),
    skip: () => go(at + 1),
    back: () => (isWrong ? setWrong(false) : go(at - 1)),
    end: () => (isWrong ? setWrong(false) : onEnd()),
  })
  return (
    <section class="review-desk" aria-label={words.title}>
      <p class="review-progress">
        <progress
          class="progress"
          value={at}
          max={clips.length}
          aria-label={words.progress(at + 1, clips.length)}
        />
        <span data-testid="review-progress">{words.progress(at + 1, clips.length)}</span>
      </p>
      <ClipCard clip={clip} texts={texts} />
      <p class="review-play">
        <PlayButton
          player={player}
          playable={playable}
          icon="play"
          label={words.listen}
          shortcut="Space"
          isMain
          texts={texts}
        />
        <PlayButton
          player={player}
          playable={playable}
          icon="slow"
          label={words.slowly}
          options={SLOWLY}
          texts={texts}
        />
      </p>
      <p class="review-state" role="status">
        {fault !== undefined
          ? texts.player.fault(fault, common.fault)
          : verdict !== undefined
            ? words.said[verdict.verdict]
            : isHeard
              ? words.question
              : words.listenFirst}
      </p>
      {isWrong ? (
        <WhyWrong
          texts={texts}
          onReason={(reason) => judge('rejected', reason)}
          onBack={() => setWrong(false)}
        />
      ) : (
        <ReviewButtons
          texts={texts}
          isHeard={isHeard}
          isFirst={at === 0}
          onRight={() => judge('reviewed')}
          onWrong={() => setWrong(true)}
          onSkip={() => go(at + 1)}
          onBack={() => go(at - 1)}
          onEnd={onEnd}
        />
      )}
      <p class="hint review-keys">{words.keys}</p>
    </section>
  )
}

const SLOWLY = { slow: true }
