import { describe, expect, test } from 'vitest'
import { readLexicon } from '../../scripts/read-lexicon'
import { book } from '../../src/formats/book'
import { articleHtml } from '../../src/formats/book/article'
import { createMarks } from '../../src/formats/book/marks'
import { partsOf } from '../../src/formats/book/parts'
import { type Article, editionOf } from '../../src/formats/edition/edition'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { EVERY_FIELD, LANGUAGE } from '../fixtures'

const LANGUAGES = ['ba-na', 'gia-rai', 'xo-dang', 'gie-trieng']
const fixture = (): Lexicon => readLexicon(EVERY_FIELD, LANGUAGE).lexicon!
const print = async (lexicon: Lexicon, drafts = false): Promise<string> => {
  const [bytes] = (await book.write!(lexicon, { drafts })).values()
  return new TextDecoder().decode(bytes)
}
const idsIn = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '')

describe('book', () => {
  test.each(LANGUAGES)('%s: each entry once, by the alphabet, every link to one', async (code) => {
    const { lexicon } = readLexicon('data', code)
    const html = await print(lexicon!)
    const ids = idsIn(html)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => /\d{5}$/.test(id))).toEqual(
      editionOf(lexicon!).entries.map(({ id }) => id),
    )
    for (const [, target] of html.matchAll(/ href="#([^"]+)"/g)) expect(ids).toContain(target)
    expect(html).toContain(lexicon!.sources[0]!.value.attribution.replace(/&/g, '&#38;'))
  })

  test('holds no draft and nothing of a share-alike licence unless told', async () => {
    const html = await print(fixture())
    expect(html).not.toContain('bn-00781')
    expect(html).not.toContain('WikiPron')
    const withDrafts = await print(fixture(), true)
    expect(withDrafts).toContain('bn-00781')
    expect(withDrafts).toContain('chưa được xác nhận')
  })

  test('names the letters of its pages and needs nothing beside it', async () => {
    const html = await print(fixture())
    expect(html).toMatch(/@page part-1:left\{[^}]*@top-left\{content:"E – I"/)
    expect(html).not.toMatch(/<script|<link|https?:\/\/[^<]*\.(css|js)/)
    expect(html).toMatch(/size:148mm 210mm/)
  })

  test('texts are never markup', async () => {
    const lexicon = fixture()
    const senses = lexicon.senses.map((row) => ({
      ...row,
      value: { ...row.value, glossVi: ['</style><b onclick="a">&'] },
    }))
    const nameVi = '"a</style>\\'
    const html = await print({ ...lexicon, senses, language: { ...lexicon.language, nameVi } })
    expect(html.match(/<\/style>/g)).toHaveLength(1)
    expect(html).not.toContain('onclick="a"')
  })
})

describe('articleHtml', () => {
  const edition = editionOf(fixture())
  const marks = createMarks(fixture(), edition)
  const article = edition.entries.find(({ id }) => id === 'bn-00001')!

  test('has headword, gloss and its author, transcriptions with notation and place, sources', () => {
    const html = articleHtml(article, marks)
    expect(html).toMatch(/^<p id="bn-00001"><dfn>inh<\/dfn>/)
    expect(html).toContain('tôi; mình°')
    expect(html).toMatch(/\/ʔiɲ\/<\/span><sup>a<\/sup> <small lang="vi">\(Kon Tum, Pleiku\)/)
    expect(html).toMatch(/\[1 \d( \d)*\]<\/small><\/p>$/)
  })

  test('a homograph has its number only beside another', () => {
    expect(articleHtml(edition.entries.find(({ id }) => id === 'bn-00152')!, marks)).toContain(
      '<dfn>et</dfn> ',
    )
    const both = editionOf(fixture(), { drafts: true })
    const numbered = both.entries.find(({ id }) => id === 'bn-00152')!
    expect(articleHtml(numbered, createMarks(fixture(), both))).toContain(
      '<dfn>et</dfn><sup>1</sup>',
    )
  })
})

describe('partsOf', () => {
  const printed = (letter: string, count: number) =>
    Array.from({ length: count }, () => ({ article: { letter } as Article, html: '' }))

  test('joins letters until there is enough for some pages', () => {
    const parts = partsOf([...printed('A', 40), ...printed('B', 30), ...printed('C', 2)])
    expect(parts.map(({ range }) => range)).toEqual(['A – B', 'C'])
    expect(parts[0]?.sections.map(({ articles }) => articles.length)).toEqual([40, 30])
  })

  test('nothing gives nothing', () => {
    expect(partsOf([])).toEqual([])
  })
})
