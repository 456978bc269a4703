import { useState } from 'preact/hooks'
import { missesCsv } from '../../app/misses-csv'
import type { LanguageCode } from '../../lexicon/ids'
import { useApp } from '../context'
import { ConfirmDialog } from '../parts/ConfirmDialog'
import { Empty } from '../parts/Empty'
import { Icon } from '../parts/Icon'
import { useSignal } from '../use-signal'
import { useTitle } from '../use-title'
import type { ScreenProps } from './index'

/** Queries that nothing answered, to be given to the editors. */
export function Misses({ pages, texts }: ScreenProps<'misses'>) {
  const { library } = useApp()
  const { misses, platform } = pages
  const list = useSignal(misses.list)
  const shelves = useSignal(library.shelves)
  const [isAsking, setAsking] = useState(false)
  const { misses: words, library: others } = texts
  useTitle(words.title)

  const languages = (codes: readonly LanguageCode[]) =>
    codes.length === 0
      ? words.allLanguages
      : codes
          .map((code) => shelves.find(({ language }) => language === code))
          .map((shelf, i) => (shelf === undefined ? codes[i] : texts.name(shelf)))
          .join('; ')
  const save = () => {
    const csv = missesCsv(list, { columns: words.columns, languages, day: isoDay })
    platform.saveFile(`rong-misses-${isoDay(list[0]?.at ?? 0)}.csv`, csv, 'text/csv')
  }
  return (
    <div class="column">
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {list.length === 0 ? (
        <Empty text={words.empty} help={words.emptyHelp} />
      ) : (
        <>
          <p class="actions">
            <button type="button" class="button" onClick={save} data-testid="save-misses">
              {words.save}
            </button>
            <button type="button" class="button quiet" onClick={() => setAsking(true)}>
              {words.clear}
            </button>
          </p>
          <p class="hint">{words.saveHelp}</p>
          <ul class="rows">
            {list.map((miss) => (
              <li key={miss.query} class="row" data-testid="miss">
                <span>
                  <span class="word">{miss.query}</span>
                  <span class="detail">
                    {words.count(miss.count)} · {languages(miss.languages)} · {texts.date(miss.at)}
                  </span>
                </span>
                <RemoveButton
                  name={words.remove(miss.query)}
                  onRemove={() => void misses.remove(miss.query)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {isAsking && (
        <ConfirmDialog
          question={words.clearQuestion}
          help={words.clearHelp}
          yes={words.clear}
          no={others.cancel}
          onAnswer={(isYes) => {
            setAsking(false)
            if (isYes) void misses.clear()
          }}
        />
      )}
    </div>
  )
}

function RemoveButton({
  name,
  onRemove,
}: {
  readonly name: string
  readonly onRemove: () => void
}) {
  return (
    <button type="button" class="icon-button" aria-label={name} onClick={onRemove}>
      <Icon name="close" />
    </button>
  )
}

/** The day on the wall, as 2026-11-22: a spreadsheet takes it for a date whatever its language. */
const isoDay = (at: number): string =>
  new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
