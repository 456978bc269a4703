import { useState } from 'preact/hooks'
import { routeHash } from '../../app/routes'
import type { Take } from '../../store/recording-store'
import { ConfirmDialog } from '../parts/ConfirmDialog'
import { PageIcon } from '../parts/PageIcon'
import type { RecordingProps } from './Desk'

interface TakeActionsProps extends Omit<RecordingProps, 'pages'> {
  readonly take: Take
  readonly text: string
}

/** What can be done with a recording on this device. */
export function TakeActions({ take, text, recorder, texts }: TakeActionsProps) {
  const [isAsking, setAsking] = useState(false)
  const { takes: words } = texts.recording
  const { language, entry } = take
  const help =
    take.kind === 'consent'
      ? words.removeConsentHelp
      : take.handedOver === undefined
        ? words.removeNotSent
        : words.removeHelp
  return (
    <span class="take-actions">
      {take.state !== 'kept' && (
        <button
          type="button"
          class="button quiet"
          data-testid="take-keep"
          onClick={() => void recorder.keepTakes([take.id])}
        >
          {words.keep}
        </button>
      )}
      {entry !== undefined && (
        <a
          class="icon-button"
          href={routeHash({ name: 'record', language, entry })}
          aria-label={words.redo(text)}
          data-testid="take-redo"
        >
          <PageIcon name="redo" />
        </a>
      )}
      <button
        type="button"
        class="icon-button"
        aria-label={words.remove(text)}
        data-testid="take-remove"
        onClick={() => setAsking(true)}
      >
        <PageIcon name="trash" />
      </button>
      {isAsking && (
        <ConfirmDialog
          question={words.removeQuestion(text)}
          help={help}
          yes={words.yes}
          no={words.no}
          onAnswer={(isYes) => {
            setAsking(false)
            if (isYes) void recorder.removeTakes([take.id])
          }}
        />
      )}
    </span>
  )
}
