import { parseArgs } from 'node:util'
import { type PackHead, readHead } from '../src/pack/container'
import { type Dictionary, openDictionary } from '../src/pack/dictionary'
import type { PackIndex } from '../src/pack/sections'
import { createForgivingFinder } from '../src/search/forgiving-finder'
import { search } from '../src/search/search'
import { openSearchable, type Searchable } from '../src/search/searchable'
import { readBytes, readText } from './files'
import { nodePorts } from './ports'
import { type OpenedHit, toJson, toLines } from './print-hits'

const USAGE = `npm run lookup -- [options] QUERY…    looks words up in the compiled packs

  QUERY             a word of any of the languages, or its Vietnamese or English gloss; quote several
                    words that belong together. None: one query a line from standard input.
  --language CODE   only this language (all)
  --limit N         hits a query at most (10)
  --drafts          unconfirmed entries too
  --json            one object a query, a line each
  --packs DIR       folder of the packs (public/packs)
  --help`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    language: { type: 'string' },
    limit: { type: 'string', default: '10' },
    drafts: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    packs: { type: 'string', default: 'public/packs' },
    help: { type: 'boolean', default: false },
  },
})

process.exitCode = await main()

/** The exit code: 0 also when nothing was found, 1 without packs, 2 when the command is not right. */
async function main(): Promise<number> {
  const limit = Number(values.limit)
  if (values.help) {
    console.log(USAGE)
    return 0
  }
  if (!Number.isInteger(limit) || limit < 1) {
    console.error(`--limit ${values.limit}: a number from 1 is needed.`)
    return 2
  }
  if (positionals.length === 0 && process.stdin.isTTY) {
    console.error(USAGE)
    return 2
  }
  const index = readIndex(values.packs)
  if (index === undefined) {
    console.error(`There are no packs in ${values.packs}. Make them with: npm run compile`)
    return 1
  }
  const codes: readonly string[] = index.packs.map(({ language }) => language)
  if (values.language !== undefined && !codes.includes(values.language)) {
    console.error(`--language ${values.language}: use one of ${codes.join(', ')}.`)
    return 2
  }

  const opened: { dictionary: Dictionary; searchable: Searchable }[] = []
  for (const { language, whole } of index.packs) {
    if (values.language !== undefined && values.language !== language) continue
    const dictionary = await open(`${values.packs}/${whole.file}`)
    if (typeof dictionary === 'string') {
      console.error(dictionary)
      return 1
    }
    opened.push({ dictionary, searchable: openSearchable(dictionary, { drafts: values.drafts }) })
  }

  const finder = createForgivingFinder()
  const searchables = opened.map(({ searchable }) => searchable)
  for (const query of await readQueries()) {
    const hits: OpenedHit[] = []
    for (const hit of search(searchables, query, { limit, finder })) {
      const { dictionary } = opened.find(({ searchable }) => searchable.language === hit.language)!
      const full = await dictionary.entry(hit.number, { drafts: values.drafts })
      if (!full.ok) {
        console.error(remedy(hit.language, full.error))
        return 1
      }
      hits.push({ hit, full: full.value, meta: dictionary.meta })
    }
    if (values.json) console.log(JSON.stringify({ query, hits: hits.map(toJson) }))
    else
      console.log(
        [...(positionals.length === 1 ? [] : [query]), ...toLines(query, hits)].join('\n'),
      )
  }
  return 0
}

async function readQueries(): Promise<readonly string[]> {
  if (positionals.length > 0) return positionals
  let text = ''
  for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk
  return text.split(/\r?\n/).filter((line) => line.trim() !== '')
}

function readIndex(folder: string): PackIndex | undefined {
  const text = readText(`${folder}/index.json`)
  return text === undefined ? undefined : JSON.parse(text)
}

/** The dictionary, or a sentence that says why there is none. */
async function open(file: string): Promise<Dictionary | string> {
  const bytes = readBytes(file)
  if (bytes === undefined) return remedy(file, { kind: 'not-found' })
  const head = await readHead(bytes, nodePorts.hash)
  if (!head.ok) return remedy(file, head.error)
  const opened = await openDictionary(bytes, sectionsOf(bytes, head.value), nodePorts, {
    drafts: values.drafts,
  })
  return opened.ok ? opened.value : remedy(file, opened.error)
}

function sectionsOf(bytes: Uint8Array, head: PackHead) {
  return async (names: readonly string[]) =>
    new Map(
      head.sections
        .filter(({ name }) => names.includes(name))
        .map(({ name, offset, storedLength }) => [
          name,
          bytes.subarray(offset, offset + storedLength),
        ]),
    )
}

function remedy(what: string, error: { readonly kind: string }): string {
  return `${what} cannot be read (${error.kind}). Make the packs anew with: npm run compile`
}
