import type { RecordingTexts } from '../locales/vi-recording'
import { PageIcon } from '../parts/PageIcon'
import type { DeskActions } from './use-desk-keys'

export interface Progress {
  /** Entries that have been on the screen. */
  readonly position: number
  readonly total: number
}

interface DeskTopProps {
  readonly title: string
  /** None: one word. */
  readonly progress: Progress | undefined
  readonly canGoBack: boolean
  readonly actions: DeskActions
  readonly texts: RecordingTexts
}

/** How far it has come, and the ways out. */
export function DeskTop({ title, progress, canGoBack, actions, texts }: DeskTopProps) {
  const { desk } = texts
  const isSession = progress !== undefined
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the space bar is not for the button clicked last */}
      <header class="desk-top cloth" onMouseDown={(event) => event.preventDefault()}>
        <button
          type="button"
          class="icon-button"
          aria-label={isSession ? desk.pause : desk.close}
          aria-keyshortcuts="Escape"
          data-testid="record-pause"
          onClick={actions.pause}
        >
          <PageIcon name={isSession ? 'pause' : 'back'} />
        </button>
        <p class="desk-title">{title}</p>
        {isSession && (
          <p class="desk-count">{desk.progress(progress.position + 1, progress.total)}</p>
        )}
        {canGoBack && (
          <button
            type="button"
            class="icon-button"
            aria-label={desk.back}
            aria-keyshortcuts="ArrowLeft"
            data-testid="record-back"
            disabled={progress?.position === 0 || actions.back === undefined}
            onClick={actions.back}
          >
            <PageIcon name="back" />
          </button>
        )}
      </header>
      {isSession && (
        <progress
          class="progress desk-progress"
          aria-label={desk.progressLabel}
          data-testid="record-progress"
          value={progress.position}
          max={progress.total}
        />
      )}
    </>
  )
}
