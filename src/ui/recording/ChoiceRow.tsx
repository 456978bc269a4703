import { useEffect } from 'preact/hooks'
import type { PlanSelection, Recorder } from '../../app/recording/recorder'
import { createView } from '../../app/view'
import type { EntryId } from '../../lexicon/ids'
import type { Speaker } from '../../store/recording-store'
import type { RecordingTexts } from '../locales/vi-recording'
import { useSignal } from '../use-signal'
import { useView } from '../use-view'

interface ChoiceRowProps {
  readonly testId: string
  readonly name: string
  readonly selection: PlanSelection
  readonly speaker: Speaker
  readonly recorder: Recorder
  readonly texts: RecordingTexts
  readonly isChosen: boolean
  readonly onChoose: () => void
  /** Entries of it that this speaker has not recorded yet. */
  readonly onCounted: (left: readonly EntryId[]) => void
}

/** One thing a session can be made of, with how many entries it has. */
export function ChoiceRow(props: ChoiceRowProps) {
  const { testId, name, selection, speaker, recorder, texts, isChosen, onChoose, onCounted } = props
  const takes = useSignal(recorder.takes)
  const entries = useView(
    () =>
      createView<readonly EntryId[] | undefined>(undefined, () =>
        recorder.choose(speaker.language, selection),
      ),
    [recorder, speaker, name],
  )
  const done = new Set(
    takes
      .filter((take) => take.speaker === speaker.id && take.state === 'kept')
      .map(({ entry }) => entry),
  )
  const left = entries?.filter((entry) => !done.has(entry))
  useEffect(() => {
    if (left !== undefined) onCounted(left)
  }, [entries, takes])
  const isTopic = selection.kind === 'topic'
  if (isTopic && entries !== undefined && entries.length === 0) return null
  return (
    <label class="check offer">
      <input
        type="radio"
        name="offer"
        checked={isChosen}
        disabled={left?.length === 0}
        data-testid={testId}
        data-topic={isTopic ? selection.topic : undefined}
        onChange={onChoose}
      />
      <span>
        {name}
        <span class="hint">
          {entries === undefined || left === undefined
            ? texts.choose.counting
            : texts.choose.left(left.length, entries.length - left.length)}
        </span>
      </span>
    </label>
  )
}
