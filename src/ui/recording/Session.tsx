import { useEffect, useState } from 'preact/hooks'
import type { RecordingPlan } from '../../store/recording-store'
import { useSignal } from '../use-signal'
import { Desk, type RecordingProps } from './Desk'
import { Paused } from './Paused'
import { Prompt } from './Prompt'
import { SessionDone } from './SessionDone'
import { useRow } from './use-row'

interface SessionProps extends RecordingProps {
  readonly plan: RecordingPlan
  /** Away from it; it can be gone on with. */
  readonly onLeave: () => void
}

/** A recording session, word by word. */
export function Session({ plan, recorder, pages, texts, onLeave }: SessionProps) {
  const phase = useSignal(recorder.phase)
  const takes = useSignal(recorder.takes)
  const speakers = useSignal(recorder.speakers)
  const [hasBegun, setBegun] = useState(phase.kind !== 'off')
  const { position, entries, language } = plan
  const entry = entries[position]
  const found = useRow(language, entry)
  useEffect(() => {
    if (phase.kind !== 'off') setBegun(true)
  }, [phase.kind])

  if (entry === undefined)
    return (
      <SessionDone plan={plan} recorder={recorder} pages={pages} texts={texts} onLeave={onLeave} />
    )
  const goOn = () => void recorder.resume()
  if (phase.kind === 'off' && hasBegun)
    return (
      <Paused
        plan={plan}
        recorder={recorder}
        pages={pages}
        texts={texts}
        onGoOn={goOn}
        onLeave={onLeave}
      />
    )
  const isKept = takes.some(
    (take) => take.entry === entry && take.speaker === plan.speaker && take.state === 'kept',
  )
  const text = 'subject' in phase ? phase.subject.text : ''
  return (
    <Desk
      recorder={recorder}
      pages={pages}
      texts={texts}
      entry={entry}
      progress={{ position, total: entries.length }}
      title={speakers.find(({ id }) => id === plan.speaker)?.name ?? texts.recording.title}
      aside={isKept ? texts.recording.desk.alreadyKept : undefined}
      onPause={() => void recorder.close()}
      onRetry={goOn}
      onBack={() => void recorder.back()}
      onSkip={() => void recorder.skip()}
    >
      <Prompt {...found} text={text} texts={texts} />
    </Desk>
  )
}
