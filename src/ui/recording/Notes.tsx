import { useEffect, useState } from 'preact/hooks'
import type { Level, Recorder, RecorderPhase } from '../../app/recording/recorder'
import { useSignal } from '../use-signal'
import type { HearingProps } from './Hearing'

/** Milliseconds of listening after which the user is told what to do. */
const LONG_WAIT = 6000

interface NotesProps extends HearingProps {
  readonly phase: RecorderPhase
}

/** Under the picture: what is wrong, each with what to do about it; or that nothing is. */
export function Notes({ recorder, texts, phase, aside }: NotesProps) {
  const { desk, fault, clipFault } = texts.recording
  const storeFault = useSignal(recorder.fault)
  const warning = useWarning(recorder)
  useLeaveQuestion(phase.kind === 'heard' && phase.unsaved !== undefined)
  const isWaitingLong = useLongWait(phase.kind === 'waiting' ? phase.subject : undefined)
  const faults = phase.kind === 'heard' ? phase.take.faults : []
  const code = phase.kind === 'failed' ? phase.fault.kind : (faults[0] ?? storeFault?.kind)
  return (
    <div class="hearing-notes" data-testid="record-fault" data-fault={code}>
      {phase.kind === 'failed' && <p class="bad">{fault(phase.fault)}</p>}
      {storeFault !== undefined && phase.kind !== 'failed' && (
        <p class="bad">{fault(storeFault)}</p>
      )}
      {phase.kind === 'heard' && phase.unsaved !== undefined && (
        <div class="bad" role="alert">
          <p>
            {desk.unsaved} {fault(phase.unsaved)}
          </p>
          <button
            type="button"
            class="button quiet"
            data-testid="record-retry-store"
            onClick={() => void recorder.retryStore()}
          >
            {desk.saveAgain}
          </button>
        </div>
      )}
      {faults.map((kind) => (
        <p key={kind} class="warn">
          {clipFault[kind]}
        </p>
      ))}
      {phase.kind === 'heard' && faults.length === 0 && phase.unsaved === undefined && (
        <p class="good">{desk.isGood}</p>
      )}
      {(phase.kind === 'waiting' || phase.kind === 'recording') &&
        (warning !== undefined ? (
          <p class="warn">{desk.warning[warning]}</p>
        ) : isWaitingLong ? (
          <p class="warn">{desk.nothingHeard}</p>
        ) : (
          aside !== undefined && <p>{aside}</p>
        ))}
    </div>
  )
}

/** The level itself changes many times a second, the warning seldom. */
const useWarning = (recorder: Recorder): Level['warning'] => {
  const [warning, setWarning] = useState<Level['warning']>(undefined)
  useEffect(() => recorder.level.subscribe((level) => setWarning(level.warning)), [recorder])
  return warning
}

/** What is only in memory goes with the page: the browser asks before it is closed. */
const useLeaveQuestion = (isUnsaved: boolean): void =>
  useEffect(() => {
    if (!isUnsaved) return undefined
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault()
      // Older browsers ask where this is set.
      event.returnValue = true
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isUnsaved])

/** Whether it has listened for long without hearing anybody. */
const useLongWait = (subject: unknown): boolean => {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    setLong(false)
    if (subject === undefined) return undefined
    const timer = setTimeout(() => setLong(true), LONG_WAIT)
    return () => clearTimeout(timer)
  }, [subject])
  return isLong
}
