import { nodePorts } from '../../scripts/ports'
import { openDictionary } from '../../src/pack/dictionary'
import { clusters } from '../../src/text/graphemes'
import { succeeded } from './new-release'
import { expect, type Site, test } from './site'
import { storedSections } from './stored-sections'

/** Where a text stands decides in which weights it is shown. */
interface Specimen {
  /** Clusters of all that the packs hold. */
  readonly regular: ReadonlySet<string>
  /** Those of headwords, glosses, names and alphabets, which stand in titles too. */
  readonly bold: ReadonlySet<string>
}

/** Not in Noto Sans; each stands for itself in one table, never in a word of a language. */
const EXEMPT = new Map([
  ['∅', 'the sign for "no letter" in a table of equivalent spellings'],
  ['＇', 'a full-width apostrophe, there as something that people type by mistake'],
])

test('no cluster of the packs or the alphabets is drawn with a font of the device', async ({
  page,
  site,
}) => {
  const specimen = await specimenOf(site)
  expect(specimen.bold.size).toBeGreaterThan(150)
  await page.goto(site.address)
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')

  const strangers: string[] = []
  for (const [weight, signs] of [
    ['400', specimen.regular],
    ['700', specimen.bold],
  ] as const) {
    await page.evaluate(show, { weight, signs: [...signs] })
    const { root } = await session.send('DOM.getDocument', { depth: 0 })
    const { nodeIds } = await session.send('DOM.querySelectorAll', {
      nodeId: root.nodeId,
      selector: '#specimen > span',
    })
    expect(nodeIds).toHaveLength(signs.size)
    const shown = [...signs]
    for (const [i, nodeId] of nodeIds.entries()) {
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
      if (fonts.length === 1 && fonts.every(({ isCustomFont }) => isCustomFont)) continue
      const names = fonts.map(({ familyName }) => familyName).join(' + ')
      strangers.push(`${weight}: ${describeSign(shown[i] ?? '')} in ${names || 'no font'}`)
    }
  }
  expect(strangers).toEqual([])
})

test('the specimen would show a font of the device', async ({ page, site }) => {
  await page.goto(site.address)
  await page.evaluate(show, { weight: '400', signs: ['∅', 'ơ̆'] })
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument', { depth: 0 })
  const { nodeIds } = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: '#specimen > span',
  })
  const isOurs = await Promise.all(
    nodeIds.map(async (nodeId) => {
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
      return fonts.every(({ isCustomFont }) => isCustomFont)
    }),
  )
  expect(isOurs).toEqual([false, true])
})

/** Runs in the page: a span for each sign, in the app's own font stack, drawn when it resolves. */
async function show({ weight, signs }: { weight: string; signs: readonly string[] }) {
  document.getElementById('specimen')?.remove()
  const place = document.createElement('div')
  place.id = 'specimen'
  place.style.fontWeight = weight
  for (const sign of signs) {
    const span = document.createElement('span')
    span.textContent = sign
    place.append(span, ' ')
  }
  document.body.append(place)
  await document.fonts.load(`${weight} 20px "Rong Sans"`, signs.join(''))
  await document.fonts.ready
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
}

async function specimenOf(site: Site): Promise<Specimen> {
  const regular = new Set<string>()
  const bold = new Set<string>()
  for (const listing of site.index.packs) {
    const bytes = new Uint8Array(site.read(`packs/${listing.whole.file}`))
    const sections = await storedSections(site, listing)
    const dictionary = succeeded(
      await openDictionary(
        bytes,
        async (names) => new Map([...sections].filter(([name]) => names.includes(name))),
        nodePorts,
        { drafts: true },
      ),
    )
    const { meta, list, draftList } = dictionary
    add(regular, meta, succeeded(await dictionary.about()))
    add(bold, meta.nameVi, meta.nameEn, meta.barMarks)
    for (const { grapheme } of meta.graphemes) {
      add(bold, grapheme)
    }
    for (const rows of [list, draftList]) {
      for (const number of rows?.numbers() ?? []) {
        for (const drafts of [false, true])
          add(regular, succeeded(await dictionary.entry(number, { drafts })))
        const row = dictionary.listRow(number)
        add(bold, row?.headword, row?.transcription, row?.glossesVi, row?.glossesEn)
      }
    }
  }
  for (const sign of bold) regular.add(sign)
  return { regular, bold }
}

/** Drawn on a circle, as on the special-letter bar. */
const MARK_ALONE = /^\p{M}/u

/** The clusters of every text in the values, however deep. */
function add(found: Set<string>, ...values: readonly unknown[]): void {
  for (const value of values) {
    if (typeof value === 'string') {
      for (const sign of clusters(value).map((cluster) => cluster.trim()))
        if (sign !== '' && !EXEMPT.has(sign)) found.add(MARK_ALONE.test(sign) ? `◌${sign}` : sign)
    } else if (typeof value === 'object' && value !== null) add(found, ...Object.values(value))
  }
}

const describeSign = (sign: string): string =>
  `${sign} (${[...sign].map((c) => `U+${c.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')})`
