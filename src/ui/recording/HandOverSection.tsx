import { useEffect } from 'preact/hooks'
import type { HandOver, HandOverFault, Waiting } from '../../app/recording/hand-over'
import type { LanguageCode } from '../../lexicon/ids'
import type { PageTexts } from '../locales/vi-pages'
import { useSignal } from '../use-signal'
import type { RecordingProps } from './Desk'
import { useHandOver } from './use-hand-over'

interface HandOverSectionProps extends RecordingProps {
  readonly name: (language: LanguageCode) => string
}

/** What waits to be given to the editors, and the file that does it. */
export function HandOverSection({ recorder, pages, texts, name }: HandOverSectionProps) {
  const handOver = useHandOver(pages)
  return handOver === undefined ? null : (
    <WaitingList handOver={handOver} recorder={recorder} texts={texts} name={name} />
  )
}

interface WaitingListProps extends Omit<HandOverSectionProps, 'pages'> {
  readonly handOver: HandOver
}

function WaitingList({ handOver, recorder, texts, name }: WaitingListProps) {
  const takes = useSignal(recorder.takes)
  const waiting = useSignal(handOver.waiting)
  const state = useSignal(handOver.state)
  const fault = useSignal(handOver.fault)
  useEffect(() => {
    void handOver.refresh()
  }, [takes])
  useEffect(() => {
    // The takes that left say so now.
    if (state.kind === 'saved') void recorder.load()
  }, [state])
  const words = texts.recording.handOver
  if (waiting.length === 0) return null
  return (
    <section class="section">
      <h2>{words.title}</h2>
      {waiting.map((one) => (
        <WaitingLanguage
          key={one.language}
          waiting={one}
          handOver={handOver}
          texts={texts}
          name={name}
        />
      ))}
      {fault !== undefined && <p class="notice bad">{texts.recording.fault(fault)}</p>}
      <p class="hint">{words.help}</p>
    </section>
  )
}

interface WaitingLanguageProps extends Omit<WaitingListProps, 'recorder'> {
  readonly waiting: Waiting
}

function WaitingLanguage({ waiting, handOver, texts, name }: WaitingLanguageProps) {
  const state = useSignal(handOver.state)
  const words = texts.recording.handOver
  const { language, freshTakes, takes, freshVerdicts, freshBytes } = waiting
  const isFresh = freshTakes + freshVerdicts > 0
  const lines = [
    freshTakes > 0 && words.waiting(freshTakes, texts.size(freshBytes)),
    freshVerdicts > 0 && words.verdicts(freshVerdicts),
    !isFresh && words.allOut(takes),
  ]
  return (
    <div class="waiting-language">
      <h3>{name(language)}</h3>
      <p data-testid="hand-over-waiting" data-takes={freshTakes} data-language={language}>
        {lines.filter(Boolean).join('; ')}
      </p>
      <p class="actions">
        <button
          type="button"
          class={isFresh ? 'button large' : 'button quiet'}
          data-testid="hand-over"
          data-language={language}
          disabled={state.kind === 'writing'}
          onClick={() => void handOver.save(language, { all: !isFresh })}
        >
          {isFresh ? words.save : words.saveAll}
        </button>
      </p>
      <div role="status" data-testid="hand-over-state" data-state={state.kind}>
        {state.kind === 'writing' && state.language === language && (
          <p>{words.writing(state.done, state.total)}</p>
        )}
        {state.kind === 'saved' && state.language === language && (
          <p class="notice good">{words.saved(state.file)}</p>
        )}
        {state.kind === 'failed' && state.language === language && (
          <p class="notice bad">{faultText(state.fault, texts)}</p>
        )}
      </div>
    </div>
  )
}

const faultText = (fault: HandOverFault, { recording }: PageTexts): string => {
  const { handOver } = recording
  switch (fault.kind) {
    case 'nothing':
      return handOver.nothing
    case 'part-missing':
      return handOver.partMissing
    default:
      return `${handOver.failed} ${recording.fault(fault)}`
  }
}
