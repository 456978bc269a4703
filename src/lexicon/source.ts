import type { Licence, SourceId } from './ids'

/** A bibliography entry (a row of sources.bib), with the licence its data may be used under. */
export interface Source {
  readonly id: SourceId
  readonly title: string
  readonly authors: string
  readonly year: string
  /** Work or series it appeared in, publisher, pages: what a citation needs, in one line. */
  readonly published?: string
  readonly url?: string
  readonly licence: Licence
  /** The credit line to show wherever its data are shown. */
  readonly attribution: string
  readonly note?: string
}
