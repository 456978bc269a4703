import type { Player } from '../../app/clips/player'
import type { Recorder, RecorderPhase } from '../../app/recording/recorder'
import type { PageTexts } from '../locales/vi-pages'
import { PageIcon } from '../parts/PageIcon'
import { useSignal } from '../use-signal'
import { LevelMeter } from './LevelMeter'
import { Notes } from './Notes'
import { usePlaying } from './use-playing'
import { Waveform } from './Waveform'

export interface HearingProps {
  readonly recorder: Recorder
  readonly player: Player
  readonly texts: PageTexts
  readonly onRetry: () => void
  /** Said while nothing else is to be said. */
  readonly aside?: string | undefined
}

/** What the recorder does now, in words and as a picture; as tall in one phase as in another. */
export function Hearing(props: HearingProps) {
  const { recorder, player, texts, onRetry } = props
  const { desk } = texts.recording
  const phase = useSignal(recorder.phase)
  return (
    <div class="hearing" data-phase={phase.kind}>
      <p class="phase-line" role="status">
        {phase.kind === 'recording' && <span class="phase-dot" />}
        {phaseText(phase, texts)}
        {phase.kind === 'recording' && (
          <span class="phase-seconds" aria-hidden="true">
            {' '}
            {desk.seconds(phase.seconds)}
          </span>
        )}
      </p>
      <div class="hearing-picture">
        {phase.kind === 'heard' ? (
          <HeardPicture phase={phase} recorder={recorder} player={player} texts={texts} />
        ) : phase.kind === 'failed' ? (
          <button type="button" class="button quiet" data-testid="record-retry" onClick={onRetry}>
            {desk.retry}
          </button>
        ) : (
          <LevelMeter recorder={recorder} texts={texts.recording} />
        )}
      </div>
      <Notes {...props} phase={phase} />
    </div>
  )
}

interface HeardPictureProps extends Omit<HearingProps, 'onRetry'> {
  readonly phase: Extract<RecorderPhase, { readonly kind: 'heard' }>
}

function HeardPicture({ phase, recorder, player, texts }: HeardPictureProps) {
  const { desk } = texts.recording
  const { isPlaying, toggle } = usePlaying(player, recorder, phase.take)
  return (
    <>
      <button
        type="button"
        class="icon-button round"
        aria-label={isPlaying ? desk.stopPlaying : desk.play}
        aria-keyshortcuts="p"
        data-testid="record-heard-play"
        data-playing={isPlaying}
        onClick={toggle}
      >
        <PageIcon name={isPlaying ? 'stop' : 'play'} />
      </button>
      <Waveform
        waveform={phase.waveform}
        {...(phase.speech !== undefined && { speech: phase.speech })}
      />
    </>
  )
}

const phaseText = (phase: RecorderPhase, { recording: { desk } }: PageTexts): string =>
  phase.kind === 'heard' && phase.take.state === 'broken-off'
    ? desk.brokenOff
    : desk.phase(phase.kind, 'subject' in phase && phase.subject.kind === 'consent')
