import { useRef, useState } from 'preact/hooks'
import type { Pages } from '../../app/pages'
import { routeHash } from '../../app/routes'
import type { Shelf } from '../../app/shelf'
import { downloadBytes, updateOffered } from '../../app/shelf-status'
import type { PageTexts } from '../locales/vi-pages'
import { ClipPanel } from './ClipPanel'
import { ConfirmDialog } from './ConfirmDialog'
import { ExportPanel } from './ExportPanel'
import { PanelButton } from './PanelButton'
import { ShelfFetching } from './ShelfFetching'

export interface ShelfRowProps {
  readonly shelf: Shelf
  readonly pages: Pages
  readonly texts: PageTexts
}

/** One language in the library: what there is of it, and what can be done. */
export function ShelfRow({ shelf, pages, texts }: ShelfRowProps) {
  const [isAsking, setAsking] = useState(false)
  const [open, setOpen] = useState<'export' | 'clips'>()
  const openers = {
    clips: useRef<HTMLButtonElement>(null),
    export: useRef<HTMLButtonElement>(null),
  }
  const { language, listing, installed, status } = shelf
  const name = texts.name(shelf)
  const details = [
    installed && texts.library.release(installed.release),
    installed && texts.library.onDevice(installed.bytes),
    !installed && listing && texts.library.toDownload(downloadBytes(listing)),
    texts.library.status(status),
    listing && updateOffered(shelf) && texts.library.updateOffered(listing.release),
  ]
  const removeHelp = [
    listing && texts.library.removeHelp(downloadBytes(listing)),
    listing?.audio && texts.clips.goToo,
  ]
    .filter(Boolean)
    .join(' ')
  const isRunning = status.kind === 'downloading'
  const hasPanels = installed !== undefined && shelf.dictionary !== undefined
  const panelId = `panel-${language}`
  const panelButton = (panel: 'export' | 'clips') => ({
    ...{ panelId, name, isOpen: open === panel, testId: `${panel}-${language}` },
    button: openers[panel],
    onClick: () => setOpen(open === panel ? undefined : panel),
  })
  const onClose = () => {
    if (open !== undefined) openers[open].current?.focus()
    setOpen(undefined)
  }
  return (
    <li data-testid={`pack-status-${language}`} data-status={status.kind}>
      <div class="row shelf-row">
        <span>
          <a href={routeHash({ name: 'about', language })}>{name}</a>
          <span class="detail" role="status">
            {details.filter(Boolean).join(' · ')}
          </span>
        </span>
        <ShelfFetching shelf={shelf} pages={pages} texts={texts} />
        {hasPanels && (
          <>
            <PanelButton {...panelButton('clips')} text={texts.clips.title} />
            <PanelButton {...panelButton('export')} text={texts.exporting.open} />
          </>
        )}
        {installed !== undefined && !isRunning && (
          <button type="button" class="button plain" onClick={() => setAsking(true)}>
            {texts.library.remove}
            <span class="visually-hidden"> {name}</span>
          </button>
        )}
      </div>
      {isRunning && (
        <progress
          class="progress"
          max={Math.max(1, status.totalBytes)}
          value={status.doneBytes}
          aria-label={name}
        />
      )}
      {hasPanels && open === 'clips' && (
        <ClipPanel id={panelId} shelf={shelf} pages={pages} texts={texts} onClose={onClose} />
      )}
      {hasPanels && open === 'export' && (
        <ExportPanel
          id={panelId}
          shelf={shelf}
          exporter={pages.exporter}
          texts={texts}
          onClose={onClose}
        />
      )}
      {isAsking && (
        <ConfirmDialog
          question={texts.library.removeQuestion(name)}
          help={removeHelp === '' ? undefined : removeHelp}
          yes={texts.library.remove}
          no={texts.library.cancel}
          onAnswer={(isYes) => {
            setAsking(false)
            if (isYes) {
              void pages.keeper.remove(language)
              void pages.clips.remove(language, { kind: 'all' })
            }
          }}
        />
      )}
    </li>
  )
}
