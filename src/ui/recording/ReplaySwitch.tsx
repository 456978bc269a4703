import { useApp } from '../context'
import type { RecordingTexts } from '../locales/vi-recording'
import { useSignal } from '../use-signal'

interface ReplaySwitchProps {
  readonly texts: RecordingTexts
}

/** Whether what was recorded is played back unasked. */
export function ReplaySwitch({ texts }: ReplaySwitchProps) {
  const { preferences } = useApp()
  const { replaysTakes = true } = useSignal(preferences.settings)
  return (
    <label class="switch">
      <span>{texts.desk.replays}</span>
      <input
        type="checkbox"
        role="switch"
        checked={replaysTakes}
        aria-checked={replaysTakes}
        data-testid="record-replay"
        onChange={({ currentTarget }) =>
          preferences.change({ replaysTakes: currentTarget.checked })
        }
      />
    </label>
  )
}
