import { zlibSync } from 'fflate'
import type { LanguageCode } from '../../src/lexicon/ids'
import type { PackHead, Ports } from '../../src/pack/container'
import { type PublishedPack, packFiles } from '../../src/pack/pack-files'
import type { PackIndex, PackListing, PackMeta, SectionName } from '../../src/pack/sections'
import { type RawSection, writeContainer } from '../../src/pack/write-container'
import { createPlatformPorts } from '../../src/store/platform'

export const ports: Ports = createPlatformPorts()
export const XO_DANG = 'xo-dang' as LanguageCode

/** A release as compile publishes it, of sections whose texts the test makes up. */
export interface Release {
  readonly listing: PackListing
  readonly index: PackIndex
  /** By path below packs/. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly head: PackHead
  readonly whole: Uint8Array
}

export async function makeRelease(
  release: string,
  texts: Readonly<Record<SectionName, string>>,
  language: LanguageCode = XO_DANG,
): Promise<Release> {
  const encoder = new TextEncoder()
  const meta = { ...EMPTY_META, code: language, release }
  const sections = Object.entries({ meta: JSON.stringify(meta), ...texts })
  return publish(
    meta,
    sections.map(([name, text]) => ({ name, raw: encoder.encode(text) })),
  )
}

/** A release of these sections. @param deltas lead to it from other heads. */
export async function publish(
  meta: PackMeta,
  sections: readonly RawSection[],
  deltas: (whole: Uint8Array) => Promise<PublishedPack['deltas']> = async () => [],
): Promise<Release> {
  const deflate = async (raw: Uint8Array) => zlibSync(raw, { level: 9 })
  const made = await writeContainer(meta.code, sections, { hash: ports.hash, deflate })
  const pack = { meta, ...made, deltas: await deltas(made.bytes) }
  const files = await packFiles([pack], ports.hash)
  const index: PackIndex = JSON.parse(new TextDecoder().decode(files.get('index.json')))
  return { listing: index.packs[0]!, index, files, head: made.head, whole: made.bytes }
}

const EMPTY_META: PackMeta = {
  code: XO_DANG,
  nameVi: 'Xơ Đăng',
  nameEn: 'Sedang',
  languageTag: 'sed',
  release: '',
  graphemes: [],
  equivalences: [],
  varieties: [],
  notationOrder: [],
  barMarks: [],
  entryCount: 1,
  draftCount: 0,
}

/** Answers requests below packs/, and remembers them. */
export function createFakeServer(...releases: readonly Release[]) {
  const files = new Map(releases.flatMap((release) => [...release.files]))
  const requests: string[] = []
  /** What happens instead of an answer. */
  const faults = new Map<string, () => Promise<Response>>()
  return {
    files,
    requests,
    faults,
    fetch: async (address: string, init?: RequestInit): Promise<Response> => {
      const path = address.replace('packs/', '')
      requests.push(path)
      init?.signal?.throwIfAborted()
      const fault = faults.get(path)
      if (fault !== undefined) return fault()
      const bytes = files.get(path)
      return bytes === undefined
        ? new Response('not found', { status: 404 })
        : new Response(bytes.slice())
    },
  }
}
