import { useEffect, useRef, useState } from 'preact/hooks'
import type { Pages } from '../../app/pages'
import type { ClipReview, WaitingClip } from '../../app/recording/clip-review'
import { playableOf } from '../entry/playable'
import { useSignal } from '../use-signal'

interface ReviewOptions {
  /** In the order they are heard; at least one. */
  readonly clips: readonly WaitingClip[]
  readonly reviewer: string
  readonly review: ClipReview
  readonly pages: Pages
  readonly onEnd: () => void
}

/** Which recording is on the desk, whether it has been heard, and what can be said of it. */
export const useReview = ({ clips, reviewer, review, pages, onEnd }: ReviewOptions) => {
  const { player } = pages
  const state = useSignal(player.state)
  useSignal(review.verdicts)
  const [at, setAt] = useState(0)
  const [isWrong, setWrong] = useState(false)
  const heard = useRef(new Set<string>())
  const clip = clips[at]!
  const playable = playableOf(pages.clips, clip.language, clip.media)
  if (state.kind === 'playing') heard.current.add(state.id)
  const isHeard = heard.current.has(playable.id)

  const play = () => void player.play(playable)
  useEffect(() => {
    play()
    return () => player.stop()
  }, [playable.id])

  const go = (to: number) => {
    setWrong(false)
    if (to >= clips.length) onEnd()
    else setAt(Math.max(0, to))
  }
  const judge = (said: 'reviewed' | 'rejected', reason?: string) => {
    if (!isHeard) return
    void review.judge(clip, said, reviewer, reason)
    go(at + 1)
  }
  return {
    at,
    clip,
    playable,
    isHeard,
    isWrong,
    setWrong,
    play,
    go,
    judge,
    verdict: review.verdictOn(clip),
    fault: state.kind === 'failed' && state.id === playable.id ? state.fault : undefined,
  }
}
