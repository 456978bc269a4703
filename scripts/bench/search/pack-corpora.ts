import { join } from 'node:path'
import type { FullEntry } from '../../../src/lexicon/full-entry'
import { packMeta } from '../../../src/pack/about'
import { fullEntries, listRow } from '../../../src/pack/publish'
import type { PackMeta } from '../../../src/pack/sections'
import { type AskedQuestion, goldenQuestions } from '../../exam/questions'
import { listLanguages, readText } from '../../files'
import { readLexicon } from '../../read-lexicon'
import type { Corpus, CorpusEntry, Field, QuerySet } from './corpus'

/** Asked with drafts on and a form left out: that is the exam's, no engine here can do it. */
const NOT_HERE = 'variant-drafts'

/** The project's own packs with its golden queries, a corpus each; only what tuning did not look at is asked. */
export const packCorpora = (data: string, golden: string): Corpus[] =>
  listLanguages(data).flatMap((language) => {
    const file = join(golden, `${language}.tsv`)
    const text = readText(file)
    return text === undefined ? [] : [packCorpus(data, language, goldenQuestions(text, file))]
  })

/** The meta of a language's pack: its letters and costs stand there. */
export const readMeta = (
  data: string,
  language: string,
): { meta: PackMeta; published: readonly FullEntry[] } => {
  const { lexicon } = readLexicon(data, language)
  if (lexicon === undefined)
    throw new Error(`${data}/${language} cannot be read. See what is wrong: npm run check`)
  const entries = fullEntries(lexicon)
  return { meta: packMeta(lexicon, entries), published: entries.published }
}

const packCorpus = (
  data: string,
  language: string,
  questions: readonly AskedQuestion[],
): Corpus => {
  const { meta, published } = readMeta(data, language)
  const shown = published.filter((full) => listRow(full, meta).shown === 'default')
  const placeById = new Map(shown.map(({ entry }, place) => [String(entry.id), place]))
  const asked = questions.filter(({ split, class: name }) => split === 'test' && name !== NOT_HERE)
  const sets = [...new Set(asked.map((question) => question.class))].map((name): QuerySet => {
    const queries = asked
      .filter((question) => question.class === name)
      .map(({ query, expected }) => ({ text: query, answers: placesOf(expected, placeById) }))
      .filter(({ answers }) => answers.length > 0)
    return { name, group: 'golden', field: fieldOf(name), queries, warmUp: 0 }
  })
  return {
    name: language,
    entries: shown.map((full) => corpusEntry(full, meta)),
    sets: sets.filter(({ queries }) => queries.length > 0),
    typed: sets.flatMap(({ queries, field }) =>
      queries.slice(0, 10).map(({ text }) => ({ text, field })),
    ),
    writing: meta,
  }
}

const placesOf = (ids: readonly string[], placeById: ReadonlyMap<string, number>): number[] =>
  ids.flatMap((id) => placeById.get(id) ?? [])

const fieldOf = (name: string): Field => (name.startsWith('gloss') ? 'gloss' : 'headword')

/** Forms that default results are found by, as the pack's keys have them. */
const corpusEntry = (full: FullEntry, meta: PackMeta): CorpusEntry => {
  const compare = new Set(
    meta.varieties.filter(({ shown }) => shown === 'compare').map(({ id }) => id),
  )
  const { glossesVi, glossesEn, classifierVi } = listRow(full, meta)
  return {
    forms: full.forms
      .filter(({ variety }) => !compare.has(variety))
      .map(({ text, kind }) => ({ text, kind })),
    glossesVi,
    glossesEn,
    ...(classifierVi !== undefined && { classifierVi }),
  }
}
