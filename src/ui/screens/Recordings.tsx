import { routeHash } from '../../app/routes'
import type { LanguageCode } from '../../lexicon/ids'
import { useApp, useTexts } from '../context'
import { Empty } from '../parts/Empty'
import type { RecordingProps } from '../recording/Desk'
import { HandOverSection } from '../recording/HandOverSection'
import { SpeakerTakes } from '../recording/SpeakerTakes'
import { useRecorder } from '../recording/use-recorder'
import { useSignal } from '../use-signal'
import { useTitle } from '../use-title'
import type { ScreenProps } from './index'

/** What was recorded on this device, and how it gets to the editors. */
export function Recordings({ route, pages, texts }: ScreenProps<'recordings'>) {
  const common = useTexts()
  const recorder = useRecorder(pages, routeHash(route))
  useTitle(texts.recording.takes.title)
  return recorder === undefined ? (
    <p class="column soft">{common.opening}</p>
  ) : (
    <AllTakes recorder={recorder} pages={pages} texts={texts} />
  )
}

function AllTakes({ recorder, pages, texts }: RecordingProps) {
  const { library } = useApp()
  const shelves = useSignal(library.shelves)
  const takes = useSignal(recorder.takes)
  const speakers = useSignal(recorder.speakers)
  const fault = useSignal(recorder.fault)
  const { takes: words } = texts.recording
  const languages = [...new Set([...takes, ...speakers].map(({ language }) => language))]
  const name = (language: LanguageCode) => {
    const shelf = shelves.find((other) => other.language === language)
    return shelf === undefined ? language : texts.name(shelf)
  }
  return (
    <div class="column">
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {fault !== undefined && <p class="notice bad">{texts.recording.fault(fault)}</p>}
      {!recorder.isLasting && <p class="notice bad">{texts.recording.memoryOnly}</p>}
      {languages.length === 0 ? (
        <Empty text={words.empty} help={words.emptyHelp}>
          <a class="button" href={routeHash({ name: 'record' })}>
            {words.record}
          </a>
        </Empty>
      ) : (
        <p class="actions">
          <a class="button quiet" href={routeHash({ name: 'record' })}>
            {words.record}
          </a>
        </p>
      )}
      <HandOverSection recorder={recorder} pages={pages} texts={texts} name={name} />
      {languages.map((language) => (
        <section key={language} class="section" data-testid="takes-of" data-language={language}>
          <h2>{name(language)}</h2>
          {speakers
            .filter((speaker) => speaker.language === language)
            .map((speaker) => (
              <SpeakerTakes
                key={speaker.id}
                speaker={speaker}
                recorder={recorder}
                pages={pages}
                texts={texts}
              />
            ))}
        </section>
      ))}
    </div>
  )
}
