import { useState } from 'preact/hooks'
import type { LanguageCode } from '../../lexicon/ids'
import type { Speaker } from '../../store/recording-store'
import { useSignal } from '../use-signal'
import { hasSpokenConsent, type Introduction } from './agree'
import { Consent } from './Consent'
import type { RecordingProps } from './Desk'
import { KnownSpeakers } from './KnownSpeakers'
import { SpeakerForm } from './SpeakerForm'

interface WhoSpeaksProps extends RecordingProps {
  readonly language: LanguageCode
  readonly title: string
  /** They have agreed to be recorded. */
  readonly onSpeaker: (speaker: Speaker) => void
}

type Step =
  | { readonly kind: 'known' }
  | { readonly kind: 'form'; readonly introduction?: Introduction }
  | { readonly kind: 'consent'; readonly introduction: Introduction }

/** Somebody who has recorded here before, or somebody new and their consent. */
export function WhoSpeaks({ language, title, recorder, pages, texts, onSpeaker }: WhoSpeaksProps) {
  const known = useSignal(recorder.speakers).filter((speaker) => speaker.language === language)
  const [step, setStep] = useState<Step>({ kind: known.length > 0 ? 'known' : 'form' })
  switch (step.kind) {
    case 'known':
      return (
        <KnownSpeakers
          speakers={known}
          title={title}
          recorder={recorder}
          texts={texts}
          onOther={() => setStep({ kind: 'form' })}
          onSpeaker={(speaker) => {
            if (hasSpokenConsent(speaker, recorder.takes.value)) return onSpeaker(speaker)
            const { consent: _, ...introduction } = speaker
            setStep({ kind: 'consent', introduction })
          }}
        />
      )
    case 'form':
      return (
        <SpeakerForm
          language={language}
          introduction={step.introduction}
          texts={texts}
          onBack={known.length > 0 ? () => setStep({ kind: 'known' }) : undefined}
          onNext={(introduction) => setStep({ kind: 'consent', introduction })}
        />
      )
    case 'consent':
      return (
        <Consent
          introduction={step.introduction}
          recorder={recorder}
          pages={pages}
          texts={texts}
          onAgreed={onSpeaker}
          onBack={(id) => {
            void recorder.close()
            const introduction = id === undefined ? step.introduction : { ...step.introduction, id }
            setStep({ kind: 'form', introduction })
          }}
        />
      )
  }
}
