import { useEffect, useState } from 'preact/hooks'
import { openClipOffers } from '../../app/clips/clip-views'
import type { ClipSelection } from '../../app/clips/clips'
import type { Pages } from '../../app/pages'
import { routeHash } from '../../app/routes'
import type { Shelf } from '../../app/shelf'
import { useTexts } from '../context'
import type { PageTexts } from '../locales/vi-pages'
import { useSignal } from '../use-signal'
import { useView } from '../use-view'
import { ClipChooser } from './ClipChooser'
import { ClipsHere } from './ClipsHere'
import { selectionName } from './clip-names'

interface ClipPanelProps {
  readonly id: string
  readonly shelf: Shelf
  readonly pages: Pages
  readonly texts: PageTexts
  readonly onClose: () => void
}

/** Under a dictionary of the library: its recordings, here and to be fetched. */
export function ClipPanel({ id, shelf, pages, texts, onClose }: ClipPanelProps) {
  const { language, listing, dictionary } = shelf
  const { clips } = pages
  const common = useTexts()
  const words = texts.clips
  const shelves = useSignal(clips.shelves)
  const [isRead, setRead] = useState(false)
  // Another release lists other recordings.
  const release = `${listing?.audio?.file} ${dictionary?.head.hash}`
  const offers = useView(() => openClipOffers(clips, language), [release])
  useEffect(() => {
    void clips.refresh().then(() => setRead(true))
  }, [release])
  const found = shelves.find((other) => other.language === language)
  const fault =
    found?.status.kind === 'failed'
      ? found.status.fault
      : offers?.ok === false
        ? offers.error
        : undefined
  const known = offers?.ok ? offers.value : undefined
  const nameOf = (selection: ClipSelection) => selectionName(selection, known, texts)
  const close = (
    <button type="button" class="button quiet" onClick={onClose}>
      {words.close}
    </button>
  )
  return (
    <section
      id={id}
      class="export-panel clip-panel"
      aria-label={words.panel(texts.name(shelf))}
      data-testid={`clip-panel-${language}`}
    >
      {found === undefined && isRead && (
        <>
          <p>{words.none}</p>
          <p>
            <a href={routeHash({ name: 'record', language })}>{words.record}</a>
          </p>
        </>
      )}
      {found !== undefined && (
        <>
          <ClipsHere found={found} clips={clips} nameOf={nameOf} texts={texts} />
          {known !== undefined && (
            <ClipChooser {...{ id, found, offers: known, pages, nameOf, texts }} close={close} />
          )}
          <p class="fault" role="alert" data-testid="clip-fault">
            {fault !== undefined && words.fault(fault, common.fault)}
          </p>
        </>
      )}
      {(found === undefined || known === undefined) && <p class="actions">{close}</p>}
    </section>
  )
}
