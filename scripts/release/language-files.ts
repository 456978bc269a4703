import { join } from 'node:path'
import type { Files } from '../../src/formats/format'
import { FORMATS } from '../../src/formats/index'
import { SHARE_ALIKE_FORMS } from '../../src/formats/table-list'
import { writeTables } from '../../src/formats/tables'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { publishedLength } from '../../src/pack/container'
import { packSections } from '../../src/pack/pack-sections'
import {
  creditedSources,
  publishedLexicon,
  shareAlikeForms,
} from '../../src/pack/published-lexicon'
import { writeContainer } from '../../src/pack/write-container'
import { deriveSections } from '../../src/search/derive'
import { readBytes } from '../files'
import { makeSqlite } from '../make-sqlite'
import { nodePorts } from '../ports'
import { withFonts } from './fonts'

/** In what formats a dictionary is given to others, and to whom each is of use. */
export const RELEASE_FORMATS = [
  'xlsx',
  'lift',
  'cldf-dictionary',
  'cldf-wordlist',
  'tei',
  'stardict',
  'yomitan',
  'anki',
  'book',
] as const

/** The files of one dictionary, by path: a pack, and a folder for each format. `media`: its media folder. */
export const languageFiles = async (lexicon: Lexicon, media: string): Promise<Files> => {
  const { code, release } = lexicon.language
  const files = new Map([[`packs/${code}-${release}.rong`, await packOf(lexicon)]])
  const published = publishedLexicon(lexicon)
  for (const id of RELEASE_FORMATS) {
    const format = await FORMATS.find((entry) => entry.id === id)?.load()
    if (format?.write === undefined) throw new RangeError(`No format ${id} can be written`)
    const written = await format.write(published, {
      sqlite: makeSqlite,
      media: (path) => readBytes(join(media, path)),
    })
    for (const [path, bytes] of written)
      files.set(`${code}/${id}/${path}`, id === 'book' ? withFonts(bytes) : bytes)
  }
  for (const [name, text] of shareAlikeFiles(lexicon))
    files.set(`${code}/share-alike/${name}`, new TextEncoder().encode(text))
  return files
}

/** The part of a pack that is given away: its drafts, which come last, are left off. */
const packOf = async (lexicon: Lexicon): Promise<Uint8Array> => {
  const sections = packSections(lexicon, deriveSections)
  const { bytes, head } = await writeContainer(lexicon.language.code, sections, nodePorts)
  return bytes.slice(0, publishedLength(head))
}

/** Forms under a share-alike licence, apart from everything else, with their sources. */
const shareAlikeFiles = (lexicon: Lexicon): ReadonlyMap<string, string> => {
  const forms = shareAlikeForms(lexicon)
  if (forms.length === 0) return new Map()
  const content = { forms, senses: [], examples: [], relations: [], media: [] }
  const cited = new Set<string>(forms.map(({ value }) => value.source))
  const sources = creditedSources(lexicon, content).filter(({ value }) => cited.has(value.id))
  const tables = writeTables({ ...lexicon, forms, sources })
  const licences = new Set(forms.map(({ value }) => value.licence))
  const rows = lexicon.shared.licences.map(({ value }) => value)
  const terms = rows.filter(({ id }) => licences.has(id))
  const textOf = (name: string): string => tables.get(`${lexicon.language.code}/${name}`) ?? ''
  return new Map([
    [SHARE_ALIKE_FORMS.file, textOf(SHARE_ALIKE_FORMS.file)],
    ['sources.bib', textOf('sources.bib')],
    [
      'LICENCE.txt',
      [
        'Chỉ các tệp trong thư mục này theo giấy phép chia sẻ tương tự dưới đây; Entry_ID là mã mục từ trong các tệp khác.',
        'Only the files of this folder are under the share-alike licence below; Entry_ID is the id of an entry in the other files.',
        '',
        ...terms.flatMap(({ id, nameVi, nameEn, url }) => [id, nameVi, nameEn, url, '']),
        ...sources.map(({ value }) => value.attribution),
        '',
      ].join('\n'),
    ],
  ])
}
