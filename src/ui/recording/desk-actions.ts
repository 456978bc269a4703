import type { Player } from '../../app/clips/player'
import type { Recorder, RecorderPhase } from '../../app/recording/recorder'
import type { DeskActions } from './use-desk-keys'

/** What can be done in a phase with what is being spoken; none: not now. */
export const deskActions = (
  recorder: Recorder,
  player: Player,
  phase: RecorderPhase,
): Pick<DeskActions, 'main' | 'redo' | 'play'> => {
  switch (phase.kind) {
    case 'waiting':
      return { main: () => recorder.start() }
    case 'recording':
      return { main: () => recorder.stop() }
    case 'heard': {
      const after = (act: () => Promise<void>) => () => {
        player.stop()
        void act()
      }
      return {
        ...(phase.unsaved === undefined && { main: after(recorder.keep) }),
        redo: after(recorder.redo),
        play: () => void player.play(recorder.playable(phase.take)),
      }
    }
    default:
      return {}
  }
}
