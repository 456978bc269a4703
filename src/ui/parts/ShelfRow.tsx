import { useRef, useState } from 'preact/hooks'
import type { Pages } from '../../app/pages'
import { routeHash } from '../../app/routes'
import type { Shelf } from '../../app/shelf'
import { downloadBytes, updateOffered } from '../../app/shelf-status'
import type { PageTexts } from '../locales/vi-pages'
import { ConfirmDialog } from './ConfirmDialog'
import { ExportPanel } from './ExportPanel'
import { ShelfFetching } from './ShelfFetching'

export interface ShelfRowProps {
  readonly shelf: Shelf
  readonly pages: Pages
  readonly texts: PageTexts
}

/** One language in the library: what there is of it, and what can be done. */
export function ShelfRow({ shelf, pages, texts }: ShelfRowProps) {
  const [isAsking, setAsking] = useState(false)
  const [isExporting, setExporting] = useState(false)
  const exportButton = useRef<HTMLButtonElement>(null)
  const { language, listing, installed, status } = shelf
  const name = texts.name(shelf)
  const details = [
    installed && texts.library.release(installed.release),
    installed && texts.library.onDevice(installed.bytes),
    !installed && listing && texts.library.toDownload(downloadBytes(listing)),
    texts.library.status(status),
    listing && updateOffered(shelf) && texts.library.updateOffered(listing.release),
  ]
  const isRunning = status.kind === 'downloading'
  const canExport = installed !== undefined && shelf.dictionary !== undefined
  const panelId = `export-panel-${language}`
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
        {canExport && (
          <button
            ref={exportButton}
            type="button"
            class="button plain"
            aria-expanded={isExporting}
            aria-controls={panelId}
            data-testid={`export-${language}`}
            onClick={() => setExporting(!isExporting)}
          >
            {texts.exporting.open}
            <span class="visually-hidden"> {name}</span>
          </button>
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
      {canExport && isExporting && (
        <ExportPanel
          id={panelId}
          shelf={shelf}
          exporter={pages.exporter}
          texts={texts}
          onClose={() => {
            setExporting(false)
            exportButton.current?.focus()
          }}
        />
      )}
      {isAsking && (
        <ConfirmDialog
          question={texts.library.removeQuestion(name)}
          help={listing && texts.library.removeHelp(downloadBytes(listing))}
          yes={texts.library.remove}
          no={texts.library.cancel}
          onAnswer={(isYes) => {
            setAsking(false)
            if (isYes) void pages.keeper.remove(language)
          }}
        />
      )}
    </li>
  )
}
