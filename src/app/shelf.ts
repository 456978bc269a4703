import type { LanguageCode } from '../lexicon/ids'
import type { Dictionary } from '../pack/dictionary'
import type { PackListing } from '../pack/sections'
import type { InstalledPack } from '../store/store'
import type { Fault } from './notices'

/** What the device has of one language, and what can be fetched. */
export interface Shelf {
  readonly language: LanguageCode
  readonly nameVi: string
  readonly nameEn: string
  /** What can be downloaded; none: only what is on the device. */
  readonly listing?: PackListing
  readonly installed?: InstalledPack
  readonly dictionary?: Dictionary
  readonly status: ShelfStatus
}

export type ShelfStatus =
  /** Nobody has looked yet. */
  | { readonly kind: 'opening' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'downloading'; readonly doneBytes: number; readonly totalBytes: number }
  /** The first tier answers; the rest has not arrived and is not on its way. */
  | { readonly kind: 'partial' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly fault: Fault }

export const emptyShelf = (listing: PackListing): Shelf => ({
  language: listing.language,
  nameVi: listing.nameVi,
  nameEn: listing.nameEn,
  listing,
  status: { kind: 'opening' },
})
