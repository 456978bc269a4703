import { nodePorts } from '../../scripts/ports'
import type { Result } from '../../src/lexicon/result'
import { readHead, readSection } from '../../src/pack/container'
import { packFiles } from '../../src/pack/pack-files'
import type { PackListing, PackMeta } from '../../src/pack/sections'
import { writeContainer } from '../../src/pack/write-container'
import type { Site } from './site'
import { storedSections } from './stored-sections'

export const NEW_RELEASE = '2099.1.0'

/** Puts up a newer release of one language: the same entries under another release name. */
export async function publishNewRelease(site: Site, old: PackListing): Promise<PackListing> {
  const whole = new Uint8Array(site.read(`packs/${old.whole.file}`))
  const head = succeeded(await readHead(whole, nodePorts.hash))
  const stored = await storedSections(site, old)
  const sections = []
  let meta: PackMeta | undefined
  for (const [name, bytes] of stored) {
    let raw = succeeded(await readSection(head, name, bytes, nodePorts))
    if (name === 'meta') {
      meta = { ...JSON.parse(new TextDecoder().decode(raw)), release: NEW_RELEASE }
      raw = new TextEncoder().encode(JSON.stringify(meta))
    }
    sections.push({ name, raw })
  }
  if (meta === undefined) throw new Error(`${old.whole.file} has no meta`)
  const made = await writeContainer(old.language, sections, nodePorts)
  const files = await packFiles([{ meta, ...made, deltas: [] }], nodePorts.hash)
  for (const [path, content] of files)
    if (path !== 'index.json') site.write(`packs/${path}`, content)

  const [listing] = JSON.parse(new TextDecoder().decode(files.get('index.json'))).packs
  const packs = site.index.packs.map((pack) => (pack.language === old.language ? listing : pack))
  site.write('packs/index.json', JSON.stringify({ ...site.index, packs }))
  return listing
}

export function succeeded<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
