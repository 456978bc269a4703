import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Pages } from '../../app/pages'
import type { Recorder } from '../../app/recording/recorder'
import type { PageTexts } from '../locales/vi-pages'
import { useSignal } from '../use-signal'
import { DeskButtons } from './DeskButtons'
import { DeskTop, type Progress } from './DeskTop'
import { deskActions } from './desk-actions'
import { Hearing } from './Hearing'
import { type DeskActions, useDeskKeys } from './use-desk-keys'
import { useReplay } from './use-replay'
import { useSettled } from './use-settled'

export interface RecordingProps {
  readonly recorder: Recorder
  readonly pages: Pages
  readonly texts: PageTexts
}

interface DeskProps extends RecordingProps {
  /** What is to be spoken. */
  readonly children: ComponentChildren
  readonly entry: string | undefined
  /** How far a session has come; none: one word. */
  readonly progress?: Progress
  readonly title: string
  readonly aside?: string | undefined
  readonly onPause: () => void
  readonly onRetry: () => void
  readonly onBack?: (() => void) | undefined
  readonly onSkip?: (() => void) | undefined
}

/** One word at a time and nothing else: covers the whole window. */
export function Desk(props: DeskProps) {
  const { recorder, pages, texts, progress, entry, onPause, onRetry, onBack, onSkip } = props
  const { player } = pages
  const { desk } = texts.recording
  const phase = useSignal(recorder.phase)
  const isSettled = useSettled(phase)
  useReplay(recorder, player, phase)
  const section = useRef<HTMLElement>(null)
  useCover()
  // What was pressed to come here is gone.
  useEffect(() => section.current?.focus({ preventScroll: true }), [])
  const quietly = (act: (() => void) | undefined) =>
    act &&
    (() => {
      player.stop()
      act()
    })
  const actions: DeskActions = {
    ...deskActions(recorder, player, phase),
    ...((phase.kind === 'off' || phase.kind === 'failed') && { main: onRetry }),
    pause: quietly(onPause),
    ...(phase.kind !== 'recording' && { back: quietly(onBack), skip: quietly(onSkip) }),
  }
  useDeskKeys(isSettled ? actions : { ...actions, main: undefined })
  return (
    <section
      ref={section}
      class="desk"
      tabIndex={-1}
      aria-label={desk.label}
      data-testid="record-phase"
      data-phase={phase.kind}
      data-entry={entry}
      data-position={progress?.position}
      data-total={progress?.total}
    >
      <DeskTop
        title={props.title}
        progress={progress}
        canGoBack={onBack !== undefined}
        actions={actions}
        texts={texts.recording}
      />
      <div class="desk-word">{props.children}</div>
      <Hearing
        recorder={recorder}
        player={player}
        texts={texts}
        onRetry={onRetry}
        aside={props.aside}
      />
      <DeskButtons
        phase={phase}
        isSettled={isSettled}
        actions={{ ...actions, skip: onSkip === undefined ? undefined : (actions.skip ?? nothing) }}
        texts={texts.recording}
      />
      <p class="desk-keys small soft">{desk.keys}</p>
    </section>
  )
}

const nothing = () => undefined

/** The page under the desk is out of sight and out of the keyboard's way. */
const useCover = () =>
  useEffect(() => {
    document.documentElement.classList.add('at-desk')
    return () => document.documentElement.classList.remove('at-desk')
  }, [])
