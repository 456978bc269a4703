import type { Dictionary } from '../pack/dictionary'
import { type PackListing, type Tier, tierOf } from '../pack/sections'
import type { InstalledPack } from '../store/store'
import type { Shelf, ShelfStatus } from './shelf'

/** A pack that came as a file, or whose language the index no longer lists. */
export const unlistedShelf = ({ language }: InstalledPack): Shelf => ({
  language,
  nameVi: language,
  nameEn: language,
  status: { kind: 'opening' },
})

/** The shelf after its pack was taken away. */
export const emptied = ({ language, nameVi, nameEn, listing }: Shelf): Shelf => ({
  language,
  nameVi,
  nameEn,
  ...(listing === undefined ? {} : { listing }),
  status: { kind: 'absent' },
})

/** The status of a shelf on which nothing is going on. */
export const settledStatus = (
  installed: InstalledPack | undefined,
  dictionary: Dictionary | undefined,
): ShelfStatus => {
  if (dictionary === undefined) return { kind: 'absent' }
  return installed !== undefined && isComplete(installed, dictionary)
    ? { kind: 'ready' }
    : { kind: 'partial' }
}

/** Whether every section but the drafts is on the device. */
const isComplete = (installed: InstalledPack, dictionary: Dictionary): boolean =>
  hasAll(installed, dictionary, (tier) => tier !== 'drafts')

/** Whether the sections of the drafts are on the device, or there are none. */
export const hasDraftSections = (installed: InstalledPack, dictionary: Dictionary): boolean =>
  hasAll(installed, dictionary, (tier) => tier === 'drafts')

const hasAll = (
  { sections }: InstalledPack,
  { head }: Dictionary,
  isAsked: (tier: Tier) => boolean,
): boolean => head.sections.every(({ name }) => !isAsked(tierOf(name)) || sections.includes(name))

export const updateOffered = ({ listing, installed }: Shelf): boolean =>
  listing !== undefined && installed !== undefined && listing.head !== installed.head

/** Bytes of a pack as they are downloaded, drafts left out. */
export const downloadBytes = (listing: PackListing): number =>
  listing.sections
    .filter(({ name }) => tierOf(name) === 'full')
    .reduce((sum, { bytes }) => sum + bytes, listing.starter.bytes)
