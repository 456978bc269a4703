import { useState } from 'preact/hooks'
import type { Speaker } from '../../store/recording-store'
import { ConfirmDialog } from '../parts/ConfirmDialog'
import { useSignal } from '../use-signal'
import { hasSpokenConsent } from './agree'
import type { RecordingProps } from './Desk'
import { TakeRow } from './TakeRow'
import { takeBytes } from './take-size'

interface SpeakerTakesProps extends RecordingProps {
  readonly speaker: Speaker
}

/** What one speaker has recorded on this device, newest first. */
export function SpeakerTakes({ speaker, recorder, pages, texts }: SpeakerTakesProps) {
  const [isAsking, setAsking] = useState(false)
  const takes = useSignal(recorder.takes)
    .filter((take) => take.speaker === speaker.id)
    .reverse()
  const { takes: words, speaker: people } = texts.recording
  const bytes = takes.reduce((sum, take) => sum + takeBytes(take), 0)
  return (
    <section class="speaker-takes" aria-label={speaker.name}>
      <h3>{speaker.name}</h3>
      <p class="small soft">
        {speaker.place} · {words.count(takes.length, texts.size(bytes))}
      </p>
      {!hasSpokenConsent(speaker, takes) && (
        <p class="small soft">{people.byTouch(texts.date(speaker.consent.at))}</p>
      )}
      <ul class="rows">
        {takes.map((take) => (
          <TakeRow key={take.id} take={take} recorder={recorder} pages={pages} texts={texts} />
        ))}
      </ul>
      <p class="actions">
        <button
          type="button"
          class="button plain"
          data-testid="speaker-remove"
          onClick={() => setAsking(true)}
        >
          {words.removeSpeaker}
        </button>
      </p>
      {isAsking && (
        <ConfirmDialog
          question={words.removeSpeakerQuestion(speaker.name, takes.length)}
          help={words.removeSpeakerHelp}
          yes={words.yes}
          no={words.no}
          onAnswer={(isYes) => {
            setAsking(false)
            if (isYes) void recorder.removeSpeaker(speaker.id)
          }}
        />
      )}
    </section>
  )
}
