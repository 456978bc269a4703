import { useState } from 'preact/hooks'
import type { LanguageCode } from '../../lexicon/ids'
import type { Speaker } from '../../store/recording-store'
import { ChooseWords } from './ChooseWords'
import type { RecordingProps } from './Desk'
import { WhoSpeaks } from './WhoSpeaks'

interface SessionStepsProps extends RecordingProps {
  readonly language: LanguageCode
  readonly onBegin: () => void
}

/** What comes before a session: who speaks, and what. */
export function SessionSteps(props: SessionStepsProps) {
  const { language, recorder, pages, texts, onBegin } = props
  const [speaker, setSpeaker] = useState<Speaker>()
  return speaker === undefined ? (
    <WhoSpeaks
      language={language}
      title={texts.recording.speaker.title}
      recorder={recorder}
      pages={pages}
      texts={texts}
      onSpeaker={setSpeaker}
    />
  ) : (
    <ChooseWords
      speaker={speaker}
      recorder={recorder}
      pages={pages}
      texts={texts}
      onBegin={onBegin}
      onChangeSpeaker={() => setSpeaker(undefined)}
    />
  )
}
