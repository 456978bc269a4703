import { useState } from 'preact/hooks'
import { openEntry } from '../../app/entry'
import type { EntryId, LanguageCode } from '../../lexicon/ids'
import type { Speaker } from '../../store/recording-store'
import { useApp } from '../context'
import { EntryMissing } from '../entry/EntryMissing'
import { useTitle } from '../use-title'
import { useView } from '../use-view'
import type { RecordingProps } from './Desk'
import { WhoSpeaks } from './WhoSpeaks'
import { WordDesk } from './WordDesk'

interface OneWordProps extends RecordingProps {
  readonly language: LanguageCode
  readonly entry: EntryId
}

/** One entry spoken: what its page leads to. */
export function OneWord({ language, entry, recorder, pages, texts }: OneWordProps) {
  const app = useApp()
  const view = useView(() => openEntry(app, language, entry), [app, language, entry])
  const [speaker, setSpeaker] = useState<Speaker>()
  useTitle(view.kind === 'open' ? texts.recording.title : texts.entry.title)
  if (view.kind !== 'open') return <EntryMissing view={view} pages={pages} texts={texts} />
  if (speaker === undefined)
    return (
      <div class="column">
        <WhoSpeaks
          language={language}
          title={texts.recording.speaker.titleWord(view.row.headword)}
          recorder={recorder}
          pages={pages}
          texts={texts}
          onSpeaker={(found) => {
            setSpeaker(found)
            const { headwordForm, headword } = view.full.entry
            void recorder.listen({
              kind: 'headword',
              language,
              entry,
              form: headwordForm,
              text: headword,
              speaker: found.id,
            })
          }}
        />
      </div>
    )
  return <WordDesk open={view} speaker={speaker} recorder={recorder} pages={pages} texts={texts} />
}
