import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { openClipPlan } from '../../app/clips/clip-views'
import type { ClipSelection, ClipShelf, Clips } from '../../app/clips/clips'
import type { PageTexts } from '../locales/vi-pages'
import { useView } from '../use-view'
import { ConfirmDialog } from './ConfirmDialog'

interface ClipDownloadProps {
  readonly found: ClipShelf
  readonly selection: ClipSelection
  readonly clips: Clips
  readonly name: string
  readonly texts: PageTexts
  readonly close: ComponentChildren
}

/** What the chosen part weighs, and what can be done with it. */
export function ClipDownload(props: ClipDownloadProps) {
  const { found, selection, clips, name, texts, close } = props
  const [isAsking, setAsking] = useState(false)
  const { clips: words, size } = texts
  const { language, status } = found
  const planned = useView(
    () => openClipPlan(clips, language, selection),
    [JSON.stringify(selection)],
  )
  const plan = planned?.ok ? planned.value : undefined
  const missing = plan === undefined ? 0 : plan.totalBytes - plan.keptBytes
  return (
    <>
      <p role="status" class="clip-plan" data-testid="clip-plan">
        {status.kind === 'downloading'
          ? words.fetching
          : plan === undefined
            ? words.planning
            : words.plan(plan, size)}
      </p>
      {status.kind === 'downloading' && (
        <>
          {/* Not read out at every piece that arrives; who asks hears the bar. */}
          <p class="hint">{words.downloading(status.doneBytes, status.totalBytes, size)}</p>
          <progress
            class="progress"
            max={Math.max(1, status.totalBytes)}
            value={status.doneBytes}
            aria-label={words.title}
          />
        </>
      )}
      <p class="actions">
        {status.kind === 'downloading' ? (
          <button type="button" class="button quiet" onClick={() => clips.stop(language)}>
            {words.stop}
          </button>
        ) : (
          missing > 0 && (
            <button
              type="button"
              class="button"
              data-testid="clips-download"
              onClick={() => void clips.download(language, selection)}
            >
              {words.download(missing, size)}
            </button>
          )
        )}
        {plan !== undefined && plan.keptBytes > 0 && status.kind !== 'downloading' && (
          <button type="button" class="button quiet" onClick={() => setAsking(true)}>
            {words.remove}
            <span class="visually-hidden"> {name}</span>
          </button>
        )}
        {close}
      </p>
      {isAsking && (
        <ConfirmDialog
          question={words.removeQuestion(name)}
          help={words.removeHelp}
          yes={words.remove}
          no={words.cancel}
          onAnswer={(isYes) => {
            setAsking(false)
            if (isYes) void clips.remove(language, selection)
          }}
        />
      )}
    </>
  )
}
