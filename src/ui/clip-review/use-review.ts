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

/** Milliseconds of a recording before it can be judged: the second of two taps is for the one before. */
const LEAST_HEARD = 400

/** Which recording is on the desk, whether it has been heard, and what can be said of it. */
export const useReview = ({ clips, reviewer, review, pages, onEnd }: ReviewOptions) => {
  const { player } = pages
  const state = useSignal(player.state)
  useSignal(review.verdicts)
  const [at, setAt] = useState(0)
  const [isWrong, setWrong] = useState(false)
  const begun = useRef(new Set<string>())
  const [heard, setHeard] = useState<ReadonlySet<string>>(new Set())
  const clip = clips[at]!
  const playable = playableOf(pages.clips, clip.language, clip.media)
  const isHeard = heard.has(playable.id)
  useEffect(() => {
    if (state.kind !== 'playing' || begun.current.has(state.id)) return
    const { id } = state
    begun.current.add(id)
    setTimeout(() => setHeard((before) => new Set(before).add(id)), LEAST_HEARD)
  }, [state])

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
