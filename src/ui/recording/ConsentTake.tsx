import { useEffect, useRef } from 'preact/hooks'
import { PageIcon } from '../parts/PageIcon'
import { useSignal } from '../use-signal'
import type { RecordingProps } from './Desk'
import { DeskButtons } from './DeskButtons'
import { deskActions } from './desk-actions'
import { Hearing } from './Hearing'
import { useReplay } from './use-replay'
import { useSettled } from './use-settled'

interface ConsentTakeProps extends RecordingProps {
  readonly name: string
  readonly isAgreed: boolean
  readonly onRecord: () => void
  /** On without it, where the microphone does not work. */
  readonly onSkip: (() => void) | undefined
}

/** The consent spoken; the first sound through this microphone, so that it is tested as well. */
export function ConsentTake(props: ConsentTakeProps) {
  const { name, isAgreed, recorder, pages, texts, onRecord, onSkip } = props
  const { consent } = texts.recording
  const phase = useSignal(recorder.phase)
  const isSettled = useSettled(phase)
  useReplay(recorder, pages.player, phase)
  const section = useRef<HTMLElement>(null)
  const isOn = phase.kind !== 'off'
  useEffect(() => {
    if (isOn) section.current?.scrollIntoView({ block: 'end' })
  }, [isOn])
  return (
    <section ref={section} class="consent-take" data-testid="record-phase" data-phase={phase.kind}>
      <p>{consent.say}</p>
      <p class="consent-sentence">{consent.sentence(name)}</p>
      {phase.kind === 'off' ? (
        <>
          <p class="hint">{consent.test}</p>
          <p class="actions">
            <button
              type="button"
              class="button large"
              disabled={!isAgreed}
              data-testid="consent-record"
              onClick={onRecord}
            >
              <PageIcon name="mic" />
              <span>{consent.record}</span>
            </button>
          </p>
        </>
      ) : (
        <>
          <Hearing recorder={recorder} player={pages.player} texts={texts} onRetry={onRecord} />
          {phase.kind !== 'failed' && (
            <DeskButtons
              phase={phase}
              isSettled={isSettled}
              actions={deskActions(recorder, pages.player, phase)}
              texts={texts.recording}
            />
          )}
        </>
      )}
      {phase.kind === 'failed' && onSkip !== undefined && (
        <>
          <p class="hint">{consent.skipHelp}</p>
          <p class="actions">
            <button type="button" class="button quiet" data-testid="consent-skip" onClick={onSkip}>
              {consent.skip}
            </button>
          </p>
        </>
      )}
    </section>
  )
}
