import type { Speaker } from '../../store/recording-store'
import { useApp } from '../context'
import { PageIcon } from '../parts/PageIcon'
import { useSignal } from '../use-signal'
import type { RecordingProps } from './Desk'
import { StepTitle } from './StepTitle'

interface KnownSpeakersProps extends Omit<RecordingProps, 'pages'> {
  readonly speakers: readonly Speaker[]
  readonly title: string
  readonly onSpeaker: (speaker: Speaker) => void
  readonly onOther: () => void
}

/** One tap for whoever has recorded on this device before, who did so last first. */
export function KnownSpeakers(props: KnownSpeakersProps) {
  const { speakers, title, recorder, texts, onSpeaker, onOther } = props
  const { library } = useApp()
  const shelves = useSignal(library.shelves)
  const takes = useSignal(recorder.takes)
  const { speaker: words } = texts.recording
  const takesOf = ({ id }: Speaker) => takes.filter((take) => take.speaker === id)
  const lastAt = (speaker: Speaker) => Math.max(0, ...takesOf(speaker).map(({ at }) => at))
  const varietyName = ({ language, variety }: Speaker) => {
    const varieties = shelves.find((shelf) => shelf.language === language)?.dictionary?.meta
      .varieties
    const found = varieties?.find(({ id, rank }) => id === variety && rank > 0)
    return found === undefined ? '' : texts.name(found)
  }
  return (
    <>
      <StepTitle text={title} />
      <ul class="big-choices">
        {[...speakers]
          .sort((a, b) => lastAt(b) - lastAt(a))
          .map((speaker) => (
            <li key={speaker.id}>
              <button
                type="button"
                class="big-choice"
                data-testid="speaker-known"
                data-speaker={speaker.id}
                onClick={() => onSpeaker(speaker)}
              >
                <strong>{speaker.name}</strong>
                <span class="small">
                  {words.detail(
                    speaker.place,
                    varietyName(speaker),
                    takesOf(speaker).filter(({ kind }) => kind === 'headword').length,
                  )}
                </span>
              </button>
            </li>
          ))}
      </ul>
      <p class="actions">
        <button
          type="button"
          class="button quiet large"
          data-testid="speaker-new"
          onClick={onOther}
        >
          <PageIcon name="mic" />
          <span>{words.other}</span>
        </button>
      </p>
    </>
  )
}
