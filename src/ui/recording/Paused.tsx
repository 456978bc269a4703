import type { RecordingPlan } from '../../store/recording-store'
import type { RecordingProps } from './Desk'
import { ReplaySwitch } from './ReplaySwitch'
import { StepTitle } from './StepTitle'
import { useDeskKeys } from './use-desk-keys'

interface PausedProps extends RecordingProps {
  readonly plan: RecordingPlan
  readonly onGoOn: () => void
  readonly onLeave: () => void
}

/** The microphone is closed in the middle of a session: by the user, by the lock of the phone, by a call. */
export function Paused({ plan, recorder, texts, onGoOn, onLeave }: PausedProps) {
  const { paused, desk } = texts.recording
  useDeskKeys({ main: onGoOn })
  const total = plan.entries.length
  return (
    <div class="column" data-testid="record-phase" data-phase="off" data-position={plan.position}>
      <StepTitle text={paused.title} />
      <p class="paused-count">{desk.progress(plan.position, total)}</p>
      <progress
        class="progress"
        aria-label={desk.progressLabel}
        data-testid="record-progress"
        value={plan.position}
        max={total}
      />
      <p class="notice">{paused.help}</p>
      <p class="actions">
        <button type="button" class="button large" data-testid="session-resume" onClick={onGoOn}>
          {paused.goOn}
        </button>
        <button type="button" class="button quiet large" onClick={onLeave}>
          {paused.leave}
        </button>
      </p>
      <ReplaySwitch texts={texts.recording} />
      <p class="actions">
        <button
          type="button"
          class="button plain"
          data-testid="session-end"
          onClick={() => void recorder.end()}
        >
          {paused.end}
        </button>
      </p>
    </div>
  )
}
