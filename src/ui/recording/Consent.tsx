import { useEffect, useRef, useState } from 'preact/hooks'
import type { Speaker } from '../../store/recording-store'
import { useSignal } from '../use-signal'
import { hasSpokenConsent, type Introduction, LICENCE_ADDRESS, RECORDING_LICENCE } from './agree'
import { ConsentTake } from './ConsentTake'
import type { RecordingProps } from './Desk'
import { StepTitle } from './StepTitle'

interface ConsentProps extends RecordingProps {
  readonly introduction: Introduction
  readonly onAgreed: (speaker: Speaker) => void
  /** The speaker's id where they have agreed by touch already. */
  readonly onBack: (id: string | undefined) => void
}

/** What becomes of the recordings, agreed to by touch and by voice. */
export function Consent(props: ConsentProps) {
  const { introduction, recorder, pages, texts, onAgreed, onBack } = props
  const phase = useSignal(recorder.phase)
  const speakers = useSignal(recorder.speakers)
  const takes = useSignal(recorder.takes)
  const [isAgreed, setAgreed] = useState(false)
  const [savedId, setSavedId] = useState(introduction.id)
  const { consent, back } = texts.recording
  const paragraphs = consent.text(introduction.name, introduction.place)
  const speaker = isAgreed ? speakers.find(({ id }) => id === savedId) : undefined
  const isSpoken = speaker !== undefined && hasSpokenConsent(speaker, takes)
  useEffect(() => {
    if (speaker !== undefined && isSpoken) onAgreed(speaker)
  }, [isSpoken])
  const isSaving = useRef(false)
  const onRecord = () => {
    // Two taps are one speaker.
    if (isSaving.current) return
    isSaving.current = true
    pages.player.stop()
    const saved = savedId === undefined ? introduction : { ...introduction, id: savedId }
    const terms = { text: paragraphs.join('\n'), licence: RECORDING_LICENCE }
    void recorder.agree(saved, terms).then((agreed) => {
      isSaving.current = false
      if (agreed !== undefined) setSavedId(agreed.id)
    })
  }
  return (
    <>
      <StepTitle text={consent.title} />
      <p class="hint">{consent.read}</p>
      <div class="consent-text prose" data-testid="consent-text">
        {paragraphs.map((paragraph) => (
          <Paragraph key={paragraph} text={paragraph} />
        ))}
        <p>
          <a href={LICENCE_ADDRESS} target="_blank" rel="noopener noreferrer license">
            {consent.licence}
          </a>
        </p>
      </div>
      <label class="check consent-agree">
        <input
          type="checkbox"
          checked={isAgreed}
          disabled={phase.kind !== 'off' && phase.kind !== 'failed'}
          data-testid="consent-agree"
          onChange={({ currentTarget }) => setAgreed(currentTarget.checked)}
        />
        <span>{consent.agree}</span>
      </label>
      <ConsentTake
        name={introduction.name}
        isAgreed={isAgreed}
        recorder={recorder}
        pages={pages}
        texts={texts}
        onRecord={onRecord}
        onSkip={speaker === undefined ? undefined : () => onAgreed(speaker)}
      />
      <p class="actions">
        <button type="button" class="button plain" onClick={() => onBack(savedId)}>
          {back}
        </button>
      </p>
    </>
  )
}

/** Begins, up to a colon, with what it is about. */
function Paragraph({ text }: { readonly text: string }) {
  const end = text.indexOf(':') + 1
  return (
    <p>
      <strong>{text.slice(0, end)}</strong>
      {text.slice(end)}
    </p>
  )
}
