import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { LanguageCode } from '../lexicon/ids'
import type { DictionaryError } from '../pack/dictionary'
import type { Library } from './library'
import type { Platform } from './platform'

/** What a dictionary can be handed on as, the most asked for first. */
export const EXPORT_FORMATS = [
  'xlsx',
  'anki-tsv',
  'wide-csv',
  'lift',
  'tei',
  'stardict',
  'yomitan',
  'json',
] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export type ExportFault =
  | DictionaryError
  /** The code that writes the format could not be fetched. */
  | { readonly kind: 'part-missing' }

export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'writing'; readonly language: LanguageCode }
  | { readonly kind: 'saved'; readonly language: LanguageCode; readonly file: string }
  | { readonly kind: 'failed'; readonly language: LanguageCode; readonly fault: ExportFault }

/** Writes dictionaries of the device for other programs. */
export interface Exporter {
  /** Of the last file that was asked for. */
  readonly state: ReadonlySignal<ExportState>
  /** One file at a time: nothing happens while another is being written. */
  save(
    language: LanguageCode,
    format: ExportFormat,
    options: { readonly drafts: boolean },
  ): Promise<void>
  /** What became of the last file is no longer shown. */
  forget(): void
}

export const createExporter = (library: Library, platform: Platform): Exporter => {
  const state = signal<ExportState>({ kind: 'idle' })
  return {
    state,
    save: async (language, format, options) => {
      const dictionary = library.shelf(language)?.dictionary
      if (dictionary === undefined || state.value.kind === 'writing') return
      state.value = { kind: 'writing', language }
      const code = await loadCode()
      const written = code && (await code.exportPack(dictionary, format, options))
      if (written?.ok === true) {
        const { name, bytes, type } = written.value
        platform.saveFile(name, bytes, type)
        state.value = { kind: 'saved', language, file: name }
      } else {
        const fault = written?.error ?? { kind: 'part-missing' }
        state.value = { kind: 'failed', language, fault }
      }
    },
    forget: () => {
      if (state.value.kind !== 'writing') state.value = { kind: 'idle' }
    },
  }
}

/** None: it could not be fetched. */
const loadCode = async () => {
  try {
    return await import('./export-pack')
  } catch {
    return undefined
  }
}
