import { nodePorts } from '../../scripts/ports'
import { readWhole } from '../../src/pack/container'
import type { PackListing, SectionName } from '../../src/pack/sections'
import { succeeded } from './new-release'
import type { Site } from './site'

/** All sections of a pack as stored: those of its published file, and the drafts that lie beside it. */
export async function storedSections(
  site: Site,
  { whole, sections }: PackListing,
): Promise<Map<SectionName, Uint8Array>> {
  const bytes = new Uint8Array(site.read(`packs/${whole.file}`))
  const stored = new Map(succeeded(await readWhole(bytes, nodePorts)))
  for (const { name, file } of sections)
    if (!stored.has(name)) stored.set(name, new Uint8Array(site.read(`packs/${file}`)))
  return stored
}
