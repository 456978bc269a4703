import { useEffect, useState } from 'preact/hooks'
import {
  EXPORT_FORMATS,
  type Exporter,
  type ExportFault,
  type ExportFormat,
} from '../../app/exporter'
import type { Shelf } from '../../app/shelf'
import { useApp, useTexts } from '../context'
import type { Texts } from '../locales/vi'
import type { PageTexts } from '../locales/vi-pages'
import { useSignal } from '../use-signal'

interface ExportPanelProps {
  readonly id: string
  readonly shelf: Shelf
  readonly exporter: Exporter
  readonly texts: PageTexts
  readonly onClose: () => void
}

/** Under a dictionary of the library: what other programs can have it as. */
export function ExportPanel({ id, shelf, exporter, texts, onClose }: ExportPanelProps) {
  const { preferences } = useApp()
  const { showDrafts } = useSignal(preferences.settings)
  const [format, setFormat] = useState<ExportFormat>('xlsx')
  const [withDrafts, setWithDrafts] = useState(false)
  const state = useSignal(exporter.state)
  const isWriting = state.kind === 'writing'
  const words = texts.exporting
  const title = words.title(texts.name(shelf))
  const hasDrafts = showDrafts && shelf.dictionary?.draftList !== undefined
  useEffect(() => exporter.forget, [])
  const onStart = () =>
    void exporter.save(shelf.language, format, { drafts: hasDrafts && withDrafts })
  return (
    <section id={id} class="export-panel" aria-label={title} aria-busy={isWriting}>
      <fieldset>
        <legend>{words.kind}</legend>
        {EXPORT_FORMATS.map((value) => (
          <label key={value} class="check">
            <input
              type="radio"
              name={`${id}-format`}
              value={value}
              checked={value === format}
              onChange={() => setFormat(value)}
            />
            <span>
              {words.formats[value].name}
              <span class="hint">{words.formats[value].help}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {hasDrafts && (
        <label class="check export-drafts">
          <input
            type="checkbox"
            checked={withDrafts}
            onChange={({ currentTarget }) => setWithDrafts(currentTarget.checked)}
          />
          <span>{words.drafts}</span>
        </label>
      )}
      <p class="hint">{words.credits}</p>
      <p class="actions">
        <button type="button" class="button" disabled={isWriting} onClick={onStart}>
          {words.start}
        </button>
        <button type="button" class="button quiet" onClick={onClose}>
          {words.close}
        </button>
      </p>
      <Outcome shelf={shelf} exporter={exporter} texts={texts} />
    </section>
  )
}

type OutcomeProps = Pick<ExportPanelProps, 'shelf' | 'exporter' | 'texts'>

/** What became of the file; read out when it changes. */
function Outcome({ shelf, exporter, texts }: OutcomeProps) {
  const state = useSignal(exporter.state)
  const common = useTexts()
  const words = texts.exporting
  const isMine = state.kind !== 'idle' && state.language === shelf.language
  return (
    <div role="status" data-testid="export-outcome">
      {isMine && state.kind === 'writing' && <p>{words.writing}</p>}
      {isMine && state.kind === 'saved' && <p>{words.saved(state.file)}</p>}
      {isMine && state.kind === 'failed' && (
        <p class="fault">{faultSentence(state.fault, texts, common)}</p>
      )}
    </div>
  )
}

const faultSentence = (fault: ExportFault, texts: PageTexts, common: Texts): string =>
  fault.kind === 'part-missing' ? texts.exporting.partMissing : common.fault(fault)
