import { parseArgs } from 'node:util'
import type { Lexicon } from '../src/lexicon/lexicon'
import { packMeta } from '../src/pack/about'
import {
  type PackHead,
  publishedLength,
  readHead,
  rowsOf,
  starterLength,
} from '../src/pack/container'
import { type PublishedPack, packFiles } from '../src/pack/pack-files'
import { packSections } from '../src/pack/pack-sections'
import { fullEntries } from '../src/pack/publish'
import { publishedClips, writeClips } from '../src/pack/write-clips'
import { writeContainer } from '../src/pack/write-container'
import { writeDelta } from '../src/pack/write-delta'
import { deriveSections } from '../src/search/derive'
import { listFiles, listTree, readBytes, replaceFolder } from './files'
import { withDrafts } from './open-pack-file'
import { nodePorts } from './ports'
import { isProblemLanguage, PROBLEM_LANGUAGES, printProblems } from './print-problems'
import { readChecked } from './read-lexicon'

const USAGE = `npm run compile [-- options]    checks the tables and compiles them to packs

  --data DIR     folder of the tables (data)
  --out DIR      folder of the packs, replaced as a whole (public/packs)
  --base DIR     folder of earlier releases, .rong files with their sections in s/: deltas that lead
                 from them are written
  --lang vi|en   language of the sentences about problems (vi)
  --help

The same tables give the same bytes. Exits 1, with nothing written, when there is an error.`

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: 'data' },
    out: { type: 'string', default: 'public/packs' },
    base: { type: 'string' },
    lang: { type: 'string', default: 'vi' },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) {
  console.log(USAGE)
} else if (!isProblemLanguage(values.lang)) {
  console.error(`--lang ${values.lang}: use one of ${PROBLEM_LANGUAGES.join(', ')}`)
  process.exitCode = 2
} else if (listTree(values.data).length === 0) {
  console.error(`There are no tables in ${values.data}. Name their folder: --data DIR`)
  process.exitCode = 1
} else {
  const { lexicons, problems } = readChecked(values.data)
  if (printProblems(problems, values.lang) > 0) {
    console.error('Nothing was compiled. Mend the errors above, then run this again.')
    process.exitCode = 1
  } else {
    const bases = await readBases(values.base)
    const packs: PublishedPack[] = []
    const inPlace = [...lexicons].sort((a, b) => a.language.place - b.language.place)
    for (const lexicon of inPlace) packs.push(await compile(lexicon, bases, values.data))
    const files = await packFiles(packs, nodePorts.hash)
    replaceFolder(values.out, files)
    for (const pack of packs) printPack(pack)
    const total = packs.reduce((sum, { bytes }) => sum + bytes.length, 0)
    console.log(`${packs.length} packs, ${total} bytes stored, written to ${values.out}`)
  }
}

interface Base {
  readonly file: string
  readonly head: PackHead
  readonly bytes: Uint8Array
}

async function readBases(folder: string | undefined): Promise<readonly Base[]> {
  const bases: Base[] = []
  for (const name of folder === undefined ? [] : listFiles(folder)) {
    if (!name.endsWith('.rong')) continue
    const bytes = await withDrafts(readBytes(`${folder}/${name}`)!, folder!)
    const head = await readHead(bytes, nodePorts.hash)
    const fault = !head.ok
      ? 'is not a whole pack'
      : lacksDrafts(head.value, bytes)
        ? `lacks its drafts, which belong in ${folder}/s`
        : undefined
    if (head.ok && fault === undefined) bases.push({ file: name, head: head.value, bytes })
    else console.error(`${folder}/${name} ${fault}: no delta leads from it.`)
  }
  return bases
}

function lacksDrafts(head: PackHead, bytes: Uint8Array): boolean {
  return rowsOf(head, 'drafts').length > 0 && bytes.length === publishedLength(head)
}

async function compile(
  lexicon: Lexicon,
  bases: readonly Base[],
  data: string,
): Promise<PublishedPack> {
  const { code } = lexicon.language
  const sections = packSections(lexicon, deriveSections)
  const { bytes, head } = await writeContainer(code, sections, nodePorts)
  const deltas = []
  for (const base of bases) {
    if (base.head.language !== code || base.head.hash === head.hash) continue
    const delta = await writeDelta(base.bytes, bytes, nodePorts)
    if (delta.ok) deltas.push({ from: base.head.hash, bytes: delta.value })
    else console.error(`${base.file}: ${JSON.stringify(delta.error)}: no delta leads from it.`)
  }
  // The checks have found every file there, with the hash its row says.
  const clips = publishedClips(lexicon, (path) => readBytes(`${data}/${code}/media/${path}`)!)
  const audio = await writeClips(clips, nodePorts)
  return { meta: packMeta(lexicon, fullEntries(lexicon)), head, bytes, deltas, audio }
}

function printPack({ meta, head, bytes, deltas, audio }: PublishedPack) {
  console.log(
    `${meta.code} ${meta.release}   ${meta.entryCount} entries, ${meta.draftCount} more with drafts`,
  )
  const line = (name: string, raw: number | string, stored: number | string) =>
    console.log(`  ${name.padEnd(20)}${String(raw).padStart(9)}${String(stored).padStart(9)}`)
  line('section', 'raw', 'stored')
  for (const { name, rawLength, storedLength } of head.sections) line(name, rawLength, storedLength)
  line('head', head.length, head.length)
  line('starter', '', starterLength(head))
  line('whole', '', publishedLength(head))
  line('with drafts', '', bytes.length)
  for (const { from, bytes: delta } of deltas) line(`delta ${from.slice(0, 8)}`, '', delta.length)
  if (audio === undefined) return
  const { blocks, index, clips, draftClips } = audio
  const total = blocks.reduce((sum, block) => sum + block.bytes.length, 0)
  console.log(
    `  ${clips} recordings, ${draftClips} more that are drafts, in ${blocks.length} blocks`,
  )
  line('recordings', '', total)
  line('list of recordings', '', index.length)
}
