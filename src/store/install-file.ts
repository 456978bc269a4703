import { err, ok, type Result } from '../lexicon/result'
import { type Ports, readHead, readSection, readWhole } from '../pack/container'
import { findInstalled } from './install'
import { toDownloadError } from './pack-fault'
import type { InstalledPack, PackStore } from './store'
import type { DownloadError } from './store-error'
import { isLanguageCode, isRecord } from './unknown'

/** See `Downloader.installFile`. Nothing is kept before all of the file is verified. */
export async function installWhole(
  bytes: Uint8Array,
  packs: PackStore,
  ports: Ports,
): Promise<Result<InstalledPack, DownloadError>> {
  const head = await readHead(bytes, ports.hash)
  if (!head.ok) return err(toDownloadError(head.error, 'head'))
  const { language, length, hash } = head.value
  if (!isLanguageCode(language)) return err({ kind: 'damaged', what: 'head' })
  const sections = await readWhole(bytes, ports)
  if (!sections.ok) return err(toDownloadError(sections.error, 'file'))
  const meta = await readSection(
    head.value,
    'meta',
    sections.value.get('meta') ?? new Uint8Array(0),
    ports,
  )
  if (!meta.ok) return err(toDownloadError(meta.error, 'meta'))

  const release = releaseOf(meta.value)
  const kept = await packs.keep(language, bytes.slice(0, length), hash, release, sections.value)
  const replaced = await packs.replace(language, hash)
  if (!kept.ok) return kept
  if (!replaced.ok) return replaced
  const installed = await findInstalled(packs, language)
  return installed === undefined ? err({ kind: 'storage-lost' }) : ok(installed)
}

/** The section is verified, so this is what its release wrote. */
function releaseOf(meta: Uint8Array): string {
  const value: unknown = JSON.parse(new TextDecoder().decode(meta))
  return isRecord(value) && typeof value.release === 'string' ? value.release : ''
}
