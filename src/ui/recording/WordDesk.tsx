import { useEffect, useRef } from 'preact/hooks'
import type { OpenEntry } from '../../app/entry'
import { entryHash } from '../../app/entry-hash'
import type { Speaker } from '../../store/recording-store'
import { useApp } from '../context'
import { PageIcon } from '../parts/PageIcon'
import { useSignal } from '../use-signal'
import { Desk, type RecordingProps } from './Desk'
import { Prompt } from './Prompt'
import { StepTitle } from './StepTitle'
import { usePlaying } from './use-playing'

interface WordDeskProps extends RecordingProps {
  readonly open: OpenEntry
  readonly speaker: Speaker
}

/** The desk for one word, and what was kept. */
export function WordDesk({ open, speaker, recorder, pages, texts }: WordDeskProps) {
  const { router } = useApp()
  const phase = useSignal(recorder.phase)
  const takes = useSignal(recorder.takes)
  const { row, shelf, full } = open
  const { language } = shelf
  const { id: entry, headwordForm, headword } = full.entry
  const mine = takes.filter(
    (take) => take.entry === entry && take.speaker === speaker.id && take.state === 'kept',
  )
  const before = useRef(new Set(mine.map(({ id }) => id)))
  const fresh = mine.filter(({ id }) => !before.current.has(id))
  const kept = fresh[fresh.length - 1]
  const replaced = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (replaced.current === undefined || kept === undefined || kept.id === replaced.current) return
    void recorder.removeTakes([replaced.current])
    replaced.current = undefined
  }, [kept?.id])
  const { isPlaying, toggle } = usePlaying(pages.player, recorder, kept)
  const { word } = texts.recording
  const listen = () => {
    pages.player.stop()
    const form = headwordForm
    const subject = { language, entry, form, text: headword, speaker: speaker.id }
    void recorder.listen({ kind: 'headword', ...subject })
  }
  const back = () => router.redirect(entryHash(language, entry))
  if (kept === undefined || phase.kind !== 'off')
    return (
      <Desk
        recorder={recorder}
        pages={pages}
        texts={texts}
        entry={entry}
        title={word.who(speaker.name)}
        aside={
          mine.length > 0 && replaced.current === undefined
            ? texts.recording.desk.alreadyKept
            : undefined
        }
        onPause={back}
        onRetry={listen}
      >
        <Prompt row={row} shelf={shelf} text={headword} texts={texts} />
      </Desk>
    )
  return (
    <div class="column" data-testid="record-done">
      <StepTitle text={word.kept} />
      <Prompt row={row} shelf={shelf} text={headword} texts={texts} />
      <p class="hint">{word.stays}</p>
      <p class="actions">
        <button type="button" class="button quiet large" data-testid="take-play" onClick={toggle}>
          <PageIcon name={isPlaying ? 'stop' : 'play'} />
          <span>{word.listen}</span>
        </button>
        <button
          type="button"
          class="button quiet large"
          data-testid="record-again"
          onClick={() => {
            // It stays until a better one is kept.
            replaced.current = kept.id
            listen()
          }}
        >
          <PageIcon name="redo" />
          <span>{word.again}</span>
        </button>
        <button type="button" class="button large" onClick={back}>
          {word.done}
        </button>
      </p>
    </div>
  )
}
