import type { Player } from '../../app/clips/player'
import type { Recorder } from '../../app/recording/recorder'
import type { Take } from '../../store/recording-store'
import { useSignal } from '../use-signal'

export interface Playing {
  readonly isPlaying: boolean
  readonly hasFailed: boolean
  /** Plays it, or stops it. */
  readonly toggle: () => void
}

/** Hearing one take; none: there is nothing to hear. */
export const usePlaying = (player: Player, recorder: Recorder, take: Take | undefined): Playing => {
  const state = useSignal(player.state)
  const isMine = state.kind !== 'silent' && state.id === take?.id
  const isPlaying = isMine && state.kind !== 'failed'
  return {
    isPlaying,
    hasFailed: isMine && state.kind === 'failed' && state.fault.kind !== 'stopped',
    toggle: () => {
      if (isPlaying) player.stop()
      else if (take !== undefined) void player.play(recorder.playable(take))
    },
  }
}
