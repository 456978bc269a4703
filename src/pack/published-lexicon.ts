import type { Form } from '../lexicon/form'
import type { Lexicon, Row } from '../lexicon/lexicon'
import type { Source } from '../lexicon/source'
import { fullEntries, withoutPrivate } from './publish'

/**
 * The part of a lexicon that leaves it, as a lexicon: the entries of packs with their confirmed rows,
 * for formats that write all they are given. Share-alike forms are left out, since one file has one
 * licence for all that is in it; so are the ledger and what foreign formats said of the file as a whole.
 */
export const publishedLexicon = (lexicon: Lexicon): Lexicon => {
  const { published } = fullEntries(lexicon)
  const entries = new Map(published.map((full) => [full.entry.id, full.entry]))
  const kept = new Set<string>(entries.keys())
  for (const { forms, senses, examples, relations, media } of published)
    for (const row of [...forms, ...senses, ...examples, ...relations, ...media]) kept.add(row.id)
  const keptRows = <Value extends { readonly id: string }>(
    rows: readonly Row<Value>[],
  ): readonly Row<Value>[] => rows.filter(({ value }) => kept.has(value.id))
  const media = keptRows(lexicon.media).map((row) => ({ ...row, value: withoutPrivate(row.value) }))
  const files = new Set(media.map(({ value }) => value.path))
  const content = {
    entries: lexicon.entries.flatMap((row) => {
      const value = entries.get(row.value.id)
      return value === undefined ? [] : [{ ...row, value }]
    }),
    forms: keptRows(lexicon.forms),
    senses: keptRows(lexicon.senses),
    examples: keptRows(lexicon.examples),
    relations: keptRows(lexicon.relations),
    media,
  }
  return {
    ...lexicon,
    ...content,
    mediaFiles: new Map([...lexicon.mediaFiles].filter(([path]) => files.has(path))),
    sources: creditedSources(lexicon, content),
    reviews: lexicon.reviews.filter(({ value }) => kept.has(value.subject)),
    residue: lexicon.residue.filter(({ value }) => kept.has(value.owner ?? '')),
    ledger: [],
    unexplained: [],
  }
}

type Citing = Pick<Lexicon, 'forms' | 'senses' | 'examples' | 'relations' | 'media'>

/**
 * The sources that `content`, a part of the lexicon, cites; with them those that no record names and
 * that helped to make it, as the one of the concepts.
 */
export const creditedSources = (lexicon: Lexicon, content: Citing): readonly Row<Source>[] => {
  const cited = citedIn(content)
  const known = citedIn(lexicon)
  return lexicon.sources.filter(({ value: { id } }) => cited.has(id) || !known.has(id))
}

const citedIn = ({ forms, senses, examples, relations, media }: Citing): ReadonlySet<string> => {
  const ids = new Set<string>()
  for (const rows of [forms, senses, examples, relations, media])
    for (const { value } of rows) ids.add(value.source)
  for (const { value } of senses)
    for (const id of [value.glossViSource, value.glossEnSource, value.partOfSpeechSource])
      if (id !== undefined) ids.add(id)
  return ids
}

/** Confirmed forms under a share-alike licence of entries that leave, which have a file of their own. */
export const shareAlikeForms = (lexicon: Lexicon): readonly Row<Form>[] => {
  const { published, shareAlike } = fullEntries(lexicon)
  const kept = new Set(
    published.flatMap(({ entry }) => shareAlike.get(entry.number) ?? []).map(({ id }) => id),
  )
  return lexicon.forms.filter(({ value }) => kept.has(value.id))
}
