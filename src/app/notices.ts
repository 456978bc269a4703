import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { LanguageCode } from '../lexicon/ids'
import type { DictionaryError } from '../pack/dictionary'
import type { DownloadError } from '../store/store-error'

/** Everything that may go wrong in a way the user can act on. */
export type Fault = DownloadError | DictionaryError

/** A sentence to show until it is dismissed. */
export type Notice = { readonly id: number; readonly language?: LanguageCode } & (
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'memory-only' }
  /** A newer version of the app waits; `apply` changes over to it. */
  | { readonly kind: 'app-update'; readonly apply: () => void }
  | { readonly kind: 'copied' }
  | { readonly kind: 'copy-failed' }
  | { readonly kind: 'share-failed' }
)

type NewNotice = Notice extends infer N ? (N extends Notice ? Omit<N, 'id'> : never) : never

export interface Notices {
  readonly shown: ReadonlySignal<readonly Notice[]>
  add(notice: NewNotice): void
  fault(fault: Fault, language?: LanguageCode): void
  dismiss(id: number): void
}

/** The same thing is said once: a new notice takes the place of its like. */
export const createNotices = (): Notices => {
  const shown = signal<readonly Notice[]>([])
  let last = 0
  const add = (notice: NewNotice) => {
    const alike = (other: Notice) =>
      other.kind === notice.kind &&
      other.language === notice.language &&
      faultOf(other) === faultOf(notice)
    last += 1
    shown.value = [...shown.value.filter((other) => !alike(other)), { ...notice, id: last }]
  }
  return {
    shown,
    add,
    fault: (fault, language) =>
      add(language === undefined ? { kind: 'fault', fault } : { kind: 'fault', fault, language }),
    dismiss: (id) => {
      shown.value = shown.value.filter((notice) => notice.id !== id)
    },
  }
}

const faultOf = (notice: NewNotice): string | undefined =>
  notice.kind === 'fault' ? notice.fault.kind : undefined
