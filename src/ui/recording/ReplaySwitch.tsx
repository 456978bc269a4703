import { useApp } from '../context'
import type { RecordingTexts } from '../locales/vi-recording'
import { Switch } from '../parts/Switch'
import { useSignal } from '../use-signal'

interface ReplaySwitchProps {
  readonly texts: RecordingTexts
}

/** Whether what was recorded is played back unasked. */
export function ReplaySwitch({ texts }: ReplaySwitchProps) {
  const { preferences } = useApp()
  const { replaysTakes = true } = useSignal(preferences.settings)
  return (
    <Switch
      label={texts.desk.replays}
      isOn={replaysTakes}
      testId="record-replay"
      onChange={(isOn) => preferences.change({ replaysTakes: isOn })}
    />
  )
}
