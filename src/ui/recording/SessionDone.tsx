import { routeHash } from '../../app/routes'
import type { RecordingPlan } from '../../store/recording-store'
import type { RecordingProps } from './Desk'
import { StepTitle } from './StepTitle'

interface SessionDoneProps extends RecordingProps {
  readonly plan: RecordingPlan
  readonly onLeave: () => void
}

/** All entries of a session have been on the screen. */
export function SessionDone({ plan, recorder, texts, onLeave }: SessionDoneProps) {
  const { done } = texts.recording
  const { language, speaker, title, skipped, entries } = plan
  const onMore = () => {
    void recorder.end()
    onLeave()
  }
  return (
    <div class="column" data-testid="record-done">
      <StepTitle text={done.title} />
      <p class="notice good">{done.kept(entries.length - skipped.length, skipped.length)}</p>
      <p class="actions">
        <a
          class="button large"
          href={routeHash({ name: 'recordings' })}
          onClick={() => void recorder.end()}
        >
          {done.list}
        </a>
        {skipped.length > 0 && (
          <button
            type="button"
            class="button quiet large"
            onClick={() => void recorder.begin({ language, speaker, title, entries: skipped })}
          >
            {done.skipped(skipped.length)}
          </button>
        )}
        <button type="button" class="button quiet large" onClick={onMore}>
          {done.more}
        </button>
      </p>
    </div>
  )
}
