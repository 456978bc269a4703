import { useEffect } from 'preact/hooks'
import type { Player } from '../../app/clips/player'
import type { Recorder, RecorderPhase } from '../../app/recording/recorder'
import { useApp } from '../context'
import { useSignal } from '../use-signal'

/** Plays what was spoken as soon as it has been heard, unless the user switched that off. */
export const useReplay = (recorder: Recorder, player: Player, phase: RecorderPhase): void => {
  const { preferences } = useApp()
  const { replaysTakes = true } = useSignal(preferences.settings)
  const take = phase.kind === 'heard' ? phase.take : undefined
  useEffect(() => {
    if (take === undefined || !replaysTakes) return undefined
    void player.play(recorder.playable(take))
    return () => player.stop()
  }, [take?.id, replaysTakes])
}
