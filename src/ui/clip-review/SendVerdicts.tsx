import { useEffect } from 'preact/hooks'
import type { HandOver } from '../../app/recording/hand-over'
import type { LanguageCode } from '../../lexicon/ids'
import type { PageTexts } from '../locales/vi-pages'
import { useHandOver } from '../recording/use-hand-over'
import { useSignal } from '../use-signal'
import type { ReviewProps } from './ReviewLanguage'

interface SendVerdictsProps extends ReviewProps {
  readonly language: LanguageCode
}

/** Verdicts leave the device in the same file as recordings. */
export function SendVerdicts({ pages, ...props }: SendVerdictsProps) {
  const handOver = useHandOver(pages)
  return handOver === undefined ? null : <Sending {...props} handOver={handOver} />
}

type SendingProps = Omit<SendVerdictsProps, 'pages'> & { readonly handOver: HandOver }

function Sending({ handOver, review, texts, language }: SendingProps) {
  const verdicts = useSignal(review.verdicts)
  const waiting = useSignal(handOver.waiting).find((one) => one.language === language)
  const state = useSignal(handOver.state)
  useEffect(() => {
    void handOver.refresh()
  }, [verdicts])
  const { freshVerdicts = 0, verdicts: all = 0 } = waiting ?? {}
  const words = texts.recording.handOver
  if (all === 0) return null
  return (
    <section class="section">
      <h2>{words.title}</h2>
      <p>{freshVerdicts > 0 ? words.verdicts(freshVerdicts) : texts.clipReview.allSent(all)}</p>
      <p class="actions">
        <button
          type="button"
          class={freshVerdicts > 0 ? 'button' : 'button quiet'}
          data-testid="review-hand-over"
          disabled={state.kind === 'writing'}
          onClick={() => void handOver.save(language, { all: freshVerdicts === 0 })}
        >
          {freshVerdicts > 0 ? words.save : words.saveAll}
        </button>
      </p>
      <div role="status" data-testid="hand-over-state" data-state={state.kind}>
        {outcomeOf(state, language, texts)}
      </div>
      <p class="hint">{texts.clipReview.sendHelp}</p>
    </section>
  )
}

const outcomeOf = (
  state: HandOver['state']['value'],
  language: LanguageCode,
  { recording }: PageTexts,
) => {
  const words = recording.handOver
  if (state.kind === 'idle' || state.language !== language) return null
  if (state.kind === 'writing') return <p>{words.writing(state.done, state.total)}</p>
  if (state.kind === 'saved') return <p class="notice good">{words.saved(state.file)}</p>
  const { fault } = state
  const sentence =
    fault.kind === 'nothing'
      ? words.nothing
      : fault.kind === 'part-missing'
        ? words.partMissing
        : `${words.failed} ${recording.fault(fault)}`
  return <p class="notice bad">{sentence}</p>
}
