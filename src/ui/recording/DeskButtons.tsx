import type { RecorderPhase } from '../../app/recording/recorder'
import type { RecordingTexts } from '../locales/vi-recording'
import { PageIcon, type PageIconName } from '../parts/PageIcon'
import type { DeskActions } from './use-desk-keys'

interface DeskButtonsProps {
  readonly phase: RecorderPhase
  readonly isSettled: boolean
  readonly actions: DeskActions
  readonly texts: RecordingTexts
}

/** Skip, do again, and what is next: each in its place whatever the phase. */
export function DeskButtons({ phase, isSettled, actions, texts }: DeskButtonsProps) {
  const { desk } = texts
  const main = MAIN[phase.kind]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the focus where it is, so that the space bar is not for the button clicked last
    <div class="desk-buttons" onMouseDown={(event) => event.preventDefault()}>
      {actions.skip !== undefined && (
        <button
          type="button"
          class="button quiet"
          aria-keyshortcuts="s"
          data-testid="record-skip"
          disabled={phase.kind === 'recording' || phase.kind === 'asking'}
          onClick={actions.skip}
        >
          {desk.skip}
        </button>
      )}
      <button
        type="button"
        class="button quiet"
        aria-keyshortcuts="r"
        data-testid="record-redo"
        disabled={actions.redo === undefined}
        onClick={actions.redo}
      >
        <PageIcon name="redo" />
        <span>{desk.redo}</span>
      </button>
      <button
        type="button"
        class={`button main ${phase.kind}`}
        aria-keyshortcuts="Space Enter"
        data-testid={main.testId}
        disabled={actions.main === undefined && isSettled}
        aria-disabled={!isSettled}
        onClick={isSettled ? actions.main : undefined}
      >
        <PageIcon name={main.icon} />
        <span>{desk[main.text]}</span>
      </button>
    </div>
  )
}

interface MainButton {
  readonly testId: string
  readonly icon: PageIconName
  readonly text: 'start' | 'stop' | 'keep' | 'retry'
}

const START: MainButton = { testId: 'record-start', icon: 'mic', text: 'start' }
const MAIN: Readonly<Record<RecorderPhase['kind'], MainButton>> = {
  off: START,
  asking: START,
  failed: { testId: 'record-start', icon: 'redo', text: 'retry' },
  waiting: START,
  recording: { testId: 'record-stop', icon: 'stop', text: 'stop' },
  heard: { testId: 'record-keep', icon: 'check', text: 'keep' },
}
