import { useEffect } from 'preact/hooks'
import { orderClips } from '../../app/clips/clip-order'
import type { Pages } from '../../app/pages'
import { routeHash } from '../../app/routes'
import { useApp } from '../context'
import { PageIcon } from '../parts/PageIcon'
import { useSignal } from '../use-signal'
import { ClipRow } from './ClipRow'
import type { EntryPartProps } from './EntryPage'
import { playableOf } from './playable'
import { useClipKeys } from './use-clip-keys'
import { useClipsHere } from './use-clips-here'

export interface ClipPartProps extends EntryPartProps {
  readonly pages: Pages
}

/** The recordings of an entry, the reader's variety first; where there are none, how to make one. */
export function ClipList({ open, pages, texts }: ClipPartProps) {
  const { preferences } = useApp()
  const { shelf, full, dictionary } = open
  const { player, clips } = pages
  const { language } = shelf
  const preferred = useSignal(preferences.settings).preferredVariety[language]
  const { varieties } = dictionary.meta
  const { headwordForm } = full.entry
  const ordered = orderClips(full.media, { varieties, headwordForm, preferred })
  const here = useClipsHere(clips, ordered)
  const [first, ...more] = ordered
  const playable = first && playableOf(clips, language, first)
  const isFirstHere = first !== undefined && here?.has(first.id) === true

  useEffect(() => {
    if (playable !== undefined && isFirstHere) player.prepare(playable)
  }, [playable?.id, isFirstHere])
  // No other page would have a button to end it.
  useEffect(() => () => player.stop(), [player, full.entry.id])
  useClipKeys(player, playable)

  if (first === undefined)
    return (
      <p class="clips-none small" data-testid="no-clips">
        <span class="soft">{texts.player.none}</span> <RecordLink {...{ open, pages, texts }} />
      </p>
    )
  const row = { open, pages, texts, here }
  const spoken = new Set(more.map(({ variety }) => variety))
  const names = varieties.filter(({ id }) => spoken.has(id)).map(texts.name)
  return (
    <section class="clips" aria-label={texts.player.title} data-testid="clips">
      <ClipRow {...row} clip={first} isFirst />
      {more.length > 0 && (
        <details class="clips-more" data-testid="more-clips">
          <summary class="small">{texts.player.more(more.length, names.join(', '))}</summary>
          <ul class="rows">
            {more.map((clip) => (
              <li key={clip.id}>
                <ClipRow {...row} clip={clip} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <p class="small">
        <RecordLink {...{ open, pages, texts }} />
      </p>
    </section>
  )
}

function RecordLink({ open, texts }: ClipPartProps) {
  const { language } = open.shelf
  return (
    <a
      class="clips-link nowrap"
      href={routeHash({ name: 'record', language, entry: open.row.id })}
      data-testid="record-entry"
    >
      <PageIcon name="mic" />
      {texts.player.record}
    </a>
  )
}
