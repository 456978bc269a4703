import type { LanguageCode } from '../lexicon/ids'
import { err, ok, type Result } from '../lexicon/result'
import { type PackHead, readHead, readSection } from '../pack/container'
import {
  type PackListing,
  type SectionListing,
  type SectionName,
  type Tier,
  tierOf,
} from '../pack/sections'
import type { InstallEvents } from './download'
import { fetchStarter } from './fetch-starter'
import { fetchFile, type Head, type InstallJob } from './install-job'
import { toDownloadError } from './pack-fault'
import type { InstalledPack, PackStore } from './store'
import type { DownloadError, StoreError } from './store-error'

type Sections = ReadonlyMap<SectionName, Uint8Array>
type Outcome<T> = Promise<Result<T, DownloadError>>

/** See `Downloader.install`. */
export async function installListing(
  listing: PackListing,
  tiers: readonly Tier[],
  job: InstallJob,
): Outcome<InstalledPack> {
  const installed = await findInstalled(job.packs, listing.language)
  const delta = listing.deltas.find(({ from }) => from === installed?.head)
  if (installed !== undefined && delta !== undefined) {
    const code = await import('./install-delta').catch(() => undefined)
    const done = await code?.installDelta(listing, installed, delta, job)
    // Whatever else is wrong with a delta, whole sections make up for it.
    if (done?.ok === false && isFinal(done.error)) return done
  }
  return installSections(listing, tiers, job)
}

const isFinal = ({ kind }: DownloadError): boolean =>
  kind === 'stopped' || kind.startsWith('storage-')

async function installSections(
  listing: PackListing,
  tiers: readonly Tier[],
  job: InstallJob,
): Outcome<InstalledPack> {
  const { language } = listing
  const installed = await findInstalled(job.packs, language)
  const isUpdate = installed !== undefined && installed.head !== listing.head
  const wantedTiers = isUpdate ? [...tiers, ...installed.sections.map(tierOf)] : tiers
  const here =
    installed === undefined || isUpdate
      ? await job.packs.waiting(language, listing.head)
      : ok(installed.sections)
  const missing = listing.sections.filter(
    ({ name }) => wantedTiers.includes(tierOf(name)) && !(here.ok && here.value.includes(name)),
  )
  const progress = trackProgress(listing, wantedTiers, missing, job.events)

  const keeper = createKeeper(job.packs, listing)
  const begun = await begin(listing, isUpdate ? undefined : installed, job, keeper, progress)
  if (!begun.ok) return begun
  const head = begun.value
  if (installed === undefined) {
    const replaced = await keeper.replace()
    if (!replaced.ok) return replaced
  }

  const old = isUpdate ? await reusable(installed, head.table, job) : undefined
  for (const section of missing) {
    if (job.signal?.aborted) return err({ kind: 'stopped' })
    const reused = await old?.(section.name)
    if (reused !== undefined) progress(section.bytes)
    const stored =
      reused !== undefined ? ok(reused) : await fetchSection(section, head.table, job, progress)
    if (!stored.ok) return stored
    await keeper.keep(head.bytes, new Map([[section.name, stored.value]]))
  }

  if (isUpdate) {
    const replaced = await keeper.replace()
    if (!replaced.ok) return replaced
  }
  if (keeper.fault() !== undefined) return err(keeper.fault()!)
  const done = await findInstalled(job.packs, language)
  return done === undefined ? err({ kind: 'storage-lost' }) : ok(done)
}

export async function findInstalled(
  packs: PackStore,
  language: LanguageCode,
): Promise<InstalledPack | undefined> {
  const list = await packs.list()
  return list.ok ? list.value.find((pack) => pack.language === language) : undefined
}

/** The head, from the device where its first tier is there and sound, from the starter otherwise. */
async function begin(
  listing: PackListing,
  installed: InstalledPack | undefined,
  job: InstallJob,
  keeper: Keeper,
  progress: (count: number) => void,
): Outcome<Head> {
  const present = installed && (await headOf(installed, job))
  if (present !== undefined) {
    progress(listing.starter.bytes)
    return ok(present)
  }
  const starter = await fetchStarter(listing, job, progress)
  if (!starter.ok) return starter
  const { head, sections } = starter.value
  job.events.onStarter?.(head.bytes, sections)
  await keeper.keep(head.bytes, sections)
  return ok(head)
}

async function headOf(installed: InstalledPack, job: InstallJob): Promise<Head | undefined> {
  const table = await readHead(installed.headBytes, job.ports.hash)
  if (!table.ok) return undefined
  const first = table.value.sections.filter(({ name }) => tierOf(name) === 'first')
  return first.every(({ name }) => installed.sections.includes(name))
    ? { bytes: installed.headBytes, table: table.value }
    : undefined
}

async function fetchSection(
  { name, file, bytes: maxBytes }: SectionListing,
  head: PackHead,
  job: InstallJob,
  progress: (count: number) => void,
): Outcome<Uint8Array> {
  return fetchFile(file, maxBytes, job, progress, async (stored) => {
    const raw = await readSection(head, name, stored, job.ports)
    return raw.ok ? ok(stored) : err(toDownloadError(raw.error, name))
  })
}

/** Finds sections of the new head among those of the old one, by the SHA-256 of their raw bytes. */
async function reusable(
  installed: InstalledPack,
  next: PackHead,
  { packs, ports }: InstallJob,
): Promise<(name: SectionName) => Promise<Uint8Array | undefined>> {
  const before = await readHead(installed.headBytes, ports.hash)
  const rows = before.ok ? before.value.sections : []
  return async (name) => {
    const wanted = next.sections.find((row) => row.name === name)
    const same = rows.find((row) => row.sha256 === wanted?.sha256)
    if (same === undefined) return undefined
    const read = await packs.read(installed.language, [same.name])
    const stored = read.ok ? read.value.get(same.name) : undefined
    const sound = stored && (await readSection(next, name, stored, ports)).ok
    return sound ? stored : undefined
  }
}

/** Goes on when the device cannot keep what was fetched, and remembers why it could not. */
interface Keeper {
  keep(head: Uint8Array, sections: Sections): Promise<void>
  replace(): Outcome<void>
  fault(): StoreError | undefined
}

function createKeeper(packs: PackStore, { language, head, release }: PackListing): Keeper {
  let fault: StoreError | undefined
  return {
    async keep(headBytes, sections) {
      const kept = await packs.keep(language, headBytes, head, release, sections)
      if (!kept.ok) fault ??= kept.error
    },
    async replace() {
      const replaced = await packs.replace(language, head)
      return replaced.ok || fault === undefined ? replaced : err(fault)
    },
    fault: () => fault,
  }
}

/** Counts what is there and what arrives. */
function trackProgress(
  { language, sections, starter }: PackListing,
  tiers: readonly Tier[],
  missing: readonly SectionListing[],
  { onProgress }: InstallEvents,
): (count: number) => void {
  const sum = (listed: readonly SectionListing[]) =>
    listed.reduce((total, { bytes }) => total + bytes, 0)
  const totalBytes =
    starter.bytes + sum(sections.filter(({ name }) => tiers.includes(tierOf(name))))
  let doneBytes = totalBytes - starter.bytes - sum(missing)
  return (count) => {
    doneBytes += count
    onProgress?.({ language, doneBytes, totalBytes })
  }
}
