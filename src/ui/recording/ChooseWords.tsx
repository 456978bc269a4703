import { useState } from 'preact/hooks'
import type { PlanSelection } from '../../app/recording/recorder'
import type { EntryId } from '../../lexicon/ids'
import type { Speaker } from '../../store/recording-store'
import { useApp } from '../context'
import { useSignal } from '../use-signal'
import { ChoiceRow } from './ChoiceRow'
import type { RecordingProps } from './Desk'
import { ReplaySwitch } from './ReplaySwitch'
import { SessionLength } from './SessionLength'
import { StepTitle } from './StepTitle'
import { useTopics } from './use-topics'

interface ChooseWordsProps extends RecordingProps {
  readonly speaker: Speaker
  readonly onBegin: () => void
  readonly onChangeSpeaker: () => void
}

interface Offer {
  readonly key: string
  readonly testId: string
  readonly name: string
  readonly selection: PlanSelection
}

/** What a session is made of, and how long it will take. */
export function ChooseWords(props: ChooseWordsProps) {
  const { speaker, recorder, pages, texts, onBegin, onChangeSpeaker } = props
  const { language, variety } = speaker
  const { library } = useApp()
  const shelf = useSignal(library.shelves).find((other) => other.language === language)
  const plan = useSignal(recorder.plan)
  const topics = useTopics(shelf)
  const [chosen, setChosen] = useState('without-audio')
  const [counted, setCounted] = useState<ReadonlyMap<string, readonly EntryId[]>>(new Map())
  const [most, setMost] = useState(50)
  const { choose } = texts.recording
  const varietyRow = shelf?.dictionary?.meta.varieties.find(({ id }) => id === variety)
  const offers: readonly Offer[] = [
    {
      key: 'without-audio',
      testId: 'session-choose-missing',
      name: choose.missing(varietyRow === undefined ? variety : texts.name(varietyRow)),
      selection: { kind: 'without-audio', variety },
    },
    {
      key: 'favourites',
      testId: 'session-choose-saved',
      name: choose.saved,
      selection: { kind: 'favourites' },
    },
    ...topics.map((topic) => ({
      key: topic.id,
      testId: 'session-choose-topic',
      name: choose.topic(texts.name(topic)),
      selection: { kind: 'topic' as const, topic: topic.id },
    })),
  ]
  const entries = (counted.get(chosen) ?? []).slice(0, most)
  const isUnfinished = plan !== undefined && plan.position < plan.entries.length
  const onStart = () => {
    pages.player.stop()
    void recorder.begin({ language, speaker: speaker.id, title: chosen, entries })
    onBegin()
  }
  return (
    <>
      <StepTitle text={choose.title} />
      <p>
        {choose.who(speaker.name)}{' '}
        <button type="button" class="button plain" onClick={onChangeSpeaker}>
          {choose.change}
        </button>
      </p>
      <fieldset class="offers">
        <legend class="visually-hidden">{choose.lists}</legend>
        {offers.map(({ key, ...offer }) => (
          <ChoiceRow
            key={key}
            {...offer}
            speaker={speaker}
            recorder={recorder}
            texts={texts.recording}
            isChosen={key === chosen}
            onChoose={() => setChosen(key)}
            onCounted={(left) => setCounted((before) => new Map(before).set(key, left))}
          />
        ))}
      </fieldset>
      <SessionLength most={most} texts={texts.recording} onChange={setMost} />
      <ReplaySwitch texts={texts.recording} />
      {isUnfinished && <p class="notice warn">{choose.replaces}</p>}
      <div class="begin-bar">
        <p role="status">{choose.estimate(entries.length, minutesFor(entries.length))}</p>
        <button
          type="button"
          class="button large"
          disabled={entries.length === 0}
          data-testid="session-begin"
          onClick={onStart}
        >
          {choose.begin}
        </button>
      </div>
    </>
  )
}

/** Twelve seconds a word: reading, speaking, hearing it again, a tap. */
const minutesFor = (words: number): number => Math.ceil((words * 12) / 60)
