import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { ClipOffers } from '../../app/clips/clip-offers'
import type { ClipSelection, ClipShelf } from '../../app/clips/clips'
import type { Pages } from '../../app/pages'
import type { Topic } from '../../lexicon/ids'
import type { PageTexts } from '../locales/vi-pages'
import { useSignal } from '../use-signal'
import { ClipDownload } from './ClipDownload'
import { ClipPart } from './ClipPart'

interface ClipChooserProps {
  readonly id: string
  readonly found: ClipShelf
  readonly offers: ClipOffers
  readonly pages: Pages
  readonly nameOf: (selection: ClipSelection) => string
  readonly texts: PageTexts
  /** Stands beside the buttons of the chosen part. */
  readonly close: ComponentChildren
}

/** Which recordings to take, or to take away: all, a topic, a grade, the saved words. */
export function ClipChooser(props: ClipChooserProps) {
  const { id, found, offers, pages, nameOf, texts, close } = props
  const words = texts.clips
  const { topics, grades } = offers
  const saved = useSignal(pages.favourites.list)
    .filter(({ language }) => language === found.language)
    .map(({ entry }) => entry)
  const [kind, setKind] = useState<ClipSelection['kind']>('all')
  const [topic, setTopic] = useState<Topic | undefined>(topics[0]?.id)
  const [grade, setGrade] = useState(grades[0]?.grade)
  const selection: ClipSelection =
    kind === 'topic' && topic !== undefined
      ? { kind, topic }
      : kind === 'grade' && grade !== undefined
        ? { kind, grade }
        : kind === 'entries'
          ? { kind, name: 'favourites', entries: saved }
          : { kind: 'all' }
  const part = (value: ClipSelection['kind'], text: string) => ({
    ...{ name: `${id}-part`, text, isChosen: value === kind },
    onChoose: () => setKind(value),
  })
  return (
    <>
      <fieldset>
        <legend>{words.choose}</legend>
        <ClipPart {...part('all', words.all)} />
        {topics.length > 0 && (
          <ClipPart
            {...part('topic', words.topic)}
            label={words.whichTopic}
            options={topics.map((one) => ({
              value: one.id,
              text: words.option(texts.name(one), one.clips),
            }))}
            value={topic}
            onPick={(value) => setTopic(topics.find(({ id: other }) => other === value)?.id)}
          />
        )}
        {grades.length > 0 && (
          <ClipPart
            {...part('grade', words.grade)}
            label={words.whichGrade}
            options={grades.map((one) => ({
              value: one.grade,
              text: words.option(words.gradeName(one.grade), one.clips),
            }))}
            value={grade}
            onPick={setGrade}
          />
        )}
        {saved.length > 0 && <ClipPart {...part('entries', words.saved)} />}
      </fieldset>
      <ClipDownload
        found={found}
        selection={selection}
        clips={pages.clips}
        name={nameOf(selection)}
        texts={texts}
        close={close}
      />
    </>
  )
}
