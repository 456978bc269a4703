import type { Take } from '../../store/recording-store'
import { PageIcon } from '../parts/PageIcon'
import type { RecordingProps } from './Desk'
import { TakeActions } from './TakeActions'
import { takeSeconds } from './take-size'
import { usePlaying } from './use-playing'
import { useRow } from './use-row'

interface TakeRowProps extends RecordingProps {
  readonly take: Take
}

/** One recording on this device: hear it, keep it, do it again, throw it away. */
export function TakeRow({ take, recorder, pages, texts }: TakeRowProps) {
  const { shelf, row } = useRow(take.language, take.entry)
  const { isPlaying, hasFailed, toggle } = usePlaying(pages.player, recorder, take)
  const { takes: words, desk, clipFault } = texts.recording
  const isConsent = take.kind === 'consent'
  const text = isConsent ? words.consent : take.text
  const seconds = takeSeconds(take)
  const state = isConsent && take.state === 'kept' ? undefined : words.state(take)
  return (
    <li
      class="row take"
      data-testid="take"
      data-take={take.id}
      data-entry={take.entry}
      data-kind={take.kind}
      data-state={take.state}
      data-handed-over={take.handedOver !== undefined}
    >
      <span class="take-text">
        <button
          type="button"
          class="icon-button round"
          aria-label={isPlaying ? words.stop(text) : words.play(text)}
          data-testid="take-play"
          data-playing={isPlaying}
          onClick={toggle}
        >
          <PageIcon name={isPlaying ? 'stop' : 'play'} />
        </button>
        <span>
          {isConsent ? (
            <span>{text}</span>
          ) : (
            <span class="word" lang={shelf?.dictionary?.meta.languageTag}>
              {take.text}
            </span>
          )}
          <span class="detail">
            {[row?.glossesVi[0], seconds && desk.seconds(seconds), texts.date(take.at), state]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {take.faults.map((fault) => (
            <span key={fault} class="detail">
              {clipFault[fault]}
            </span>
          ))}
          {hasFailed && <span class="fault">{words.playFault}</span>}
        </span>
      </span>
      <TakeActions take={take} text={text} recorder={recorder} texts={texts} />
    </li>
  )
}
