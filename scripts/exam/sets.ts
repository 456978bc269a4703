import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { packMeta } from '../../src/pack/about'
import { fullEntries, listRow } from '../../src/pack/publish'
import type { ListRow } from '../../src/pack/sections'
import { deriveSections } from '../../src/search/derive'
import { createForgivingFinder } from '../../src/search/forgiving-finder'
import { openGlossKeys } from '../../src/search/gloss-keys'
import { openHeadwordKeys } from '../../src/search/headword-keys'
import type { Hit } from '../../src/search/hit'
import { search } from '../../src/search/search'
import { openSearchable, type Searchable } from '../../src/search/searchable'
import { normaliseText } from '../../src/text/normalise'
import { createOrthography } from '../../src/text/orthography'
import { listLanguages, readBytes, readText } from '../files'
import { compileInMemory } from '../open-pack'
import { readLexicon } from '../read-lexicon'
import { lexiconOfPairs, readPairs } from '../read-pairs'
import { type AskedQuestion, goldenQuestions, spellingQuestions } from './questions'

/** Questions, and the dictionary that is asked. */
export interface ExamSet {
  /** Key of its floors: a language, or a language and what else is asked. */
  readonly id: string
  readonly language: string
  readonly title: string
  /** The share of all questions that is to be answered among the first five. */
  readonly toReach?: number
  readonly questions: readonly AskedQuestion[]
  readonly ask: (question: AskedQuestion, limit: number) => Promise<readonly Answer[]>
}

/** A hit, with what it is called among the expected. */
export interface Answer {
  readonly name: string
  readonly hit: Hit
}

/** Where the tables, the golden files and, where there is one, the material from outside lie. */
export interface ExamFolders {
  readonly data: string
  readonly golden: string
  readonly shared: string
}

/**
 * The golden questions of each language. The tables are compiled in memory, to the sections of the
 * packs; a language is asked alone, as with its chip chosen in the app.
 */
export const goldenSets = async (
  folders: ExamFolders,
  only: string | undefined,
): Promise<readonly ExamSet[]> => {
  const sets: ExamSet[] = []
  for (const language of listLanguages(folders.data)) {
    if (only !== undefined && only !== language) continue
    const file = join(folders.golden, `${language}.tsv`)
    const text = readText(file)
    if (text === undefined) continue
    const lexicon = lexiconOf(folders.data, language)
    const whole = await searchableOf(lexicon, false)
    sets.push({
      id: language,
      language,
      title: `${language}: the project's tables`,
      questions: withUnseen(goldenQuestions(text, file)),
      ask: async (question, limit) => {
        const left = LEFT_OUT.get(question.class)
        const searchable =
          left === undefined ? whole : searchableWithoutForm(lexicon, question, left)
        return ask(searchable, question.query, limit).map((hit) => ({ name: hit.row.id, hit }))
      },
    })
  }
  return sets
}

/** Classes whose query is left out of the index, as a form of the entry it asks for. */
const LEFT_OUT: ReadonlyMap<string, { readonly drafts: boolean }> = new Map([
  ['variant-drafts', { drafts: true }],
  ['cross-source-unseen', { drafts: false }],
])

/** Most queries of `cross-source` are forms of their entry: asked once more, they are not. */
const withUnseen = (questions: readonly AskedQuestion[]): readonly AskedQuestion[] => [
  ...questions,
  ...questions
    .filter((question) => question.class === 'cross-source')
    .map((question) => ({ ...question, class: 'cross-source-unseen' })),
]

/** As the pack would be searched if the query were no form of the entries that it asks for. */
const searchableWithoutForm = (
  lexicon: Lexicon,
  { query, expected }: AskedQuestion,
  { drafts }: { readonly drafts: boolean },
): Searchable => {
  const forms = lexicon.forms.filter(
    ({ value }) => value.text !== normaliseText(query) || !expected.includes(value.entry),
  )
  const entries = fullEntries({ ...lexicon, forms })
  const meta = packMeta(lexicon, entries)
  const tiers = drafts ? [entries.drafts, entries.published] : [entries.published]
  const rows = new Map<number, ListRow>()
  for (const full of tiers.slice().reverse().flat())
    rows.set(full.entry.number, listRow(full, meta))
  return {
    language: meta.code,
    orthography: createOrthography(meta),
    layers: tiers.map((tier) => {
      const sections = deriveSections(meta, tier)
      return {
        keys: openHeadwordKeys(sections.get('keys')!),
        glosses: openGlossKeys(sections.get('glosses')!),
        row: (number) => rows.get(number),
      }
    }),
  }
}

/** The language of the spellings from outside. */
export const SPELLINGS_LANGUAGE = 'ba-na'

/**
 * Spellings of one word in different sources: each query asks for the spelling of another source, in
 * a list of 36,168 words that the queries' own spellings are taken out of. Undefined: not there.
 */
export const spellingSet = async ({ data, shared }: ExamFolders): Promise<ExamSet | undefined> => {
  const file = join(shared, 'exam/ba-na.tsv')
  const words = join(shared, 'sources/bartbahnar/bavi.csv')
  if (!existsSync(file) || !existsSync(words)) return undefined
  const questions = spellingQuestions(readText(file)!, file)
  const read = readPairs(readBytes(words)!, words)
  if (!read.ok) throw new Error(`${words}: ${read.error.code}`)
  const language = lexiconOf(data, SPELLINGS_LANGUAGE)
  const normalised = questions.map((question) => ({
    ...question,
    query: normaliseText(question.query),
    expected: question.expected.map(normaliseText),
  }))
  const searchableByQuery = new Map<string, Searchable>()
  for (const round of roundsOf(normalised)) {
    const own = new Set(round.map(({ query }) => query))
    const pairs = read.value.pairs.filter(({ headword }) => !own.has(headword))
    const searchable = await searchableOf(lexiconOfPairs(pairs, language), false)
    for (const query of own) searchableByQuery.set(query, searchable)
  }
  return {
    id: `${SPELLINGS_LANGUAGE}/spellings`,
    language: SPELLINGS_LANGUAGE,
    title: `${SPELLINGS_LANGUAGE}: spellings of other sources, ${read.value.pairs.length} pairs`,
    toReach: 0.92,
    questions: normalised,
    ask: async ({ query }, limit) =>
      ask(searchableByQuery.get(query)!, query, limit).map((hit) => ({
        name: hit.row.headword,
        hit,
      })),
  }
}

/** A few queries are what another asks for: they are asked in a round of their own, so that both can be left out. */
const roundsOf = (questions: readonly AskedQuestion[]): readonly AskedQuestion[][] => {
  const rounds: AskedQuestion[][] = []
  for (const question of questions) {
    const meets = (other: AskedQuestion) =>
      other.expected.includes(question.query) || question.expected.includes(other.query)
    const same = rounds.find((round) => round.some(({ query }) => query === question.query))
    const round = same ?? rounds.find((others) => !others.some(meets))
    if (round === undefined) rounds.push([question])
    else round.push(question)
  }
  return rounds
}

const lexiconOf = (data: string, language: string): Lexicon => {
  const { lexicon } = readLexicon(data, language)
  if (lexicon === undefined)
    throw new Error(`${data}/${language} cannot be read. See what is wrong: npm run check`)
  return lexicon
}

const searchableOf = async (lexicon: Lexicon, drafts: boolean): Promise<Searchable> =>
  openSearchable((await compileInMemory(lexicon, { drafts })).dictionary, { drafts })

const finder = createForgivingFinder()

const ask = (searchable: Searchable, query: string, limit: number): readonly Hit[] =>
  search([searchable], query, { limit, finder })
