import { routeHash } from '../../app/routes'
import { useApp, useTexts } from '../context'
import { Way } from '../parts/BrowseIndex'
import { Empty } from '../parts/Empty'
import { useSignal } from '../use-signal'
import type { RecordingProps } from './Desk'

/** Which of the languages on the device; and what was recorded before. */
export function ChooseLanguage({ recorder, texts }: Omit<RecordingProps, 'pages'>) {
  const { library } = useApp()
  const common = useTexts()
  const shelves = useSignal(library.shelves).filter(({ dictionary }) => dictionary !== undefined)
  const takes = useSignal(recorder.takes)
  const { language, list, listDetail } = texts.recording
  return (
    <>
      <h1>{language.title}</h1>
      <p>{language.intro}</p>
      {shelves.length === 0 ? (
        <Empty text={language.none} help={language.noneHelp}>
          <a class="button" href={routeHash({ name: 'library' })}>
            {common.library}
          </a>
        </Empty>
      ) : (
        <ul class="big-choices">
          {shelves.map((shelf) => (
            <li key={shelf.language}>
              <a
                class="big-choice"
                href={routeHash({ name: 'record', language: shelf.language })}
                data-testid="record-language"
                data-language={shelf.language}
              >
                <strong>{texts.name(shelf)}</strong>
                <span class="small">{language.detail(shelf.dictionary?.meta.entryCount ?? 0)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <ul class="rows section">
        <Way route={{ name: 'recordings' }} name={list} detail={listDetail(takes.length)} />
        <Way
          route={{ name: 'clip-review' }}
          name={texts.clipReview.title}
          detail={texts.clipReview.linkDetail}
        />
      </ul>
    </>
  )
}
