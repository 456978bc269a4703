import { nodePorts } from '../../scripts/ports'
import { readHead, readStarter } from '../../src/pack/container'
import { openDictionary } from '../../src/pack/dictionary'
import type { ListRow, PackListing } from '../../src/pack/sections'
import { succeeded } from './new-release'
import { expect, hits, type Site, searchInput, settled, test } from './site'

const LANGUAGES = ['ba-na', 'gia-rai', 'xo-dang', 'gie-trieng']

test.describe('each language answers, with the server gone', () => {
  for (const language of LANGUAGES)
    test(`${language}: from the word, from Vietnamese and from English`, async ({ page, site }) => {
      const listing = site.index.packs.find((pack) => pack.language === language)!
      const row = await someRow(site, listing)
      await page.goto(site.address)
      await settled(page, site.index)
      await site.stop()
      await page.getByTestId(`language-chip-${language}`).click()
      for (const query of [row.headword, row.glossesVi[0]!, row.glossesEn[0]!]) {
        await searchInput(page).fill(query)
        await expect(hits(page).filter({ hasText: row.headword }).first()).toBeVisible()
        await expect(hits(page).filter({ hasText: row.glossesVi[0]! }).first()).toBeVisible()
      }
    })
})

/** An entry with a headword that is written, and glosses both ways. */
async function someRow(site: Site, { starter }: PackListing): Promise<ListRow> {
  const bytes = new Uint8Array(site.read(`packs/${starter.file}`))
  const head = succeeded(await readHead(bytes, nodePorts.hash))
  const sections = succeeded(await readStarter(bytes, nodePorts))
  const source = async () => sections
  const headBytes = bytes.slice(0, head.length)
  const dictionary = succeeded(
    await openDictionary(headBytes, source, nodePorts, { drafts: false }),
  )
  for (const number of dictionary.list.numbers()) {
    const row = dictionary.listRow(number)
    const isFit = row?.shown === 'default' && row.glossesVi.length > 0 && row.glossesEn.length > 0
    if (row !== undefined && isFit) return row
  }
  throw new Error(`${starter.file} has no entry to look up`)
}
