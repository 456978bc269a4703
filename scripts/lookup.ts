import { parseArgs } from 'node:util'
import { createForgivingFinder } from '../src/search/forgiving-finder'
import { search } from '../src/search/search'
import { openSearchable } from '../src/search/searchable'
import type { OpenedPack } from './open-pack'
import { type Origin, openPacks } from './open-packs'
import { type OpenedHit, toJson, toLines } from './print-hits'

const USAGE = `npm run lookup -- [options] QUERY…    looks words up with the search of the app

  QUERY             a word of any of the languages, or its Vietnamese or English gloss; quote several
                    words that belong together. None: one query a line from standard input.
  --language CODE   only this language (all; with --pairs, the writing of the words: ba-na)
  --limit N         hits a query at most (10)
  --drafts          unconfirmed entries too
  --json            one object a query, a line each

Where to look, one of:
  --packs DIR       folder of compiled packs (public/packs)
  --pack FILE       one pack, a .rong file; its drafts are those in the folder s beside it
  --data DIR        tables: a folder of languages such as data, or one language's folder
  --pairs FILE      a CSV file of two columns, headword,gloss.vi, with these names in its first row or not
  --help`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    language: { type: 'string' },
    limit: { type: 'string', default: '10' },
    drafts: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    packs: { type: 'string' },
    pack: { type: 'string' },
    data: { type: 'string' },
    pairs: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

const ORIGINS = ['packs', 'pack', 'data', 'pairs'] as const

/** From here on it is quicker to read the entries once in their order than as they come up. */
const MANY_QUERIES = 200
/** Characters that are gathered before they are written: a write a line would be slow. */
const OUTPUT_BLOCK = 1 << 16

process.exitCode = await main()

/** The exit code: 0 also when nothing was found, 1 when there is nothing to look in, 2 when the command is not right. */
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
  const [origin = { kind: 'packs', path: 'public/packs' } as const, second] = originsGiven()
  if (second !== undefined) {
    console.error(`--${origin.kind} and --${second.kind}: give only one of them.`)
    return 2
  }
  if (positionals.length === 0 && process.stdin.isTTY) {
    console.error(USAGE)
    return 2
  }
  const { language, drafts } = values
  const opened = await openPacks(origin, { language, drafts, tables: 'data' }, console.error)
  if (!opened.ok) {
    for (const sentence of opened.error.sentences) console.error(sentence)
    return opened.error.isUsage ? 2 : 1
  }
  return answer(opened.value, await readQueries(), limit)
}

function originsGiven(): readonly Origin[] {
  return ORIGINS.flatMap((kind) => {
    const path = values[kind]
    return path === undefined ? [] : [{ kind, path }]
  })
}

async function readQueries(): Promise<readonly string[]> {
  if (positionals.length > 0) return positionals
  let text = ''
  for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk
  return text.split(/\r?\n/).filter((line) => line.trim() !== '')
}

async function answer(
  packs: readonly OpenedPack[],
  queries: readonly string[],
  limit: number,
): Promise<number> {
  const finder = createForgivingFinder()
  const searchables = packs.map(({ dictionary }) =>
    openSearchable(dictionary, { drafts: values.drafts }),
  )
  if (values.json && queries.length > MANY_QUERIES) await readAllEntries(packs)
  // A list of words to look up often has the same word many times.
  const known = new Map<string, string>()
  let output = ''
  for (const query of queries) {
    let text = known.get(query)
    if (text === undefined) {
      const hits: OpenedHit[] = []
      for (const hit of search(searchables, query, { limit, finder })) {
        const { dictionary, entry } = packs.find(
          ({ dictionary: { meta } }) => meta.code === hit.language,
        )!
        // Lines for people show what search knows; only programs get the variants.
        const full = values.json ? await entry(hit.number) : undefined
        if (full !== undefined && !full.ok) {
          console.error(`${hit.language}: ${full.error.kind}. Make the packs anew: npm run compile`)
          return 1
        }
        hits.push({ hit, full: full?.value, meta: dictionary.meta })
      }
      text = values.json ? JSON.stringify({ query, hits: hits.map(toJson) }) : asLines(query, hits)
      known.set(query, text)
    }
    output += `${text}\n`
    if (output.length > OUTPUT_BLOCK) {
      process.stdout.write(output)
      output = ''
    }
  }
  process.stdout.write(output)
  return 0
}

async function readAllEntries(packs: readonly OpenedPack[]): Promise<void> {
  for (const { dictionary, entry } of packs)
    for (const number of dictionary.list.numbers()) await entry(number)
}

function asLines(query: string, hits: readonly OpenedHit[]): string {
  const lines = toLines(query, hits)
  return (positionals.length === 1 ? lines : [query, ...lines]).join('\n')
}
