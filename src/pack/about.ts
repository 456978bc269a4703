import type { FullEntry } from '../lexicon/full-entry'
import type { Lexicon, Row } from '../lexicon/lexicon'
import type { PublishedEntries } from './publish'
import type { PackAbout, PackCounts, PackMeta } from './sections'

/** What a lookup needs to know of the language. Where its facts come from stands in `about`. */
export const packMeta = (lexicon: Lexicon, entries: PublishedEntries): PackMeta => {
  const { code, nameVi, nameEn, languageTag, release } = lexicon.language
  const published = new Set(entries.published.map(({ entry }) => entry.id))
  return {
    code,
    nameVi,
    nameEn,
    languageTag,
    barMarks: lexicon.language.barMarks,
    release,
    notationOrder: [...values(lexicon.shared.notations)]
      .sort((a, b) => a.rank - b.rank)
      .map(({ id }) => id),
    graphemes: values(lexicon.graphemes),
    // Their evidence is for editors, who have the table; here it would be half of the section. Keys
    // of input methods are read by text/typing.ts, whatever the language.
    equivalences: values(lexicon.equivalences)
      .filter(({ kind, b }) => kind !== 'keyboard' || b === 'V')
      .map(({ evidence: _, ...row }) => row),
    varieties: values(lexicon.varieties),
    entryCount: shownByDefault(lexicon, entries.published).length,
    draftCount: shownByDefault(lexicon, entries.drafts).filter(
      ({ entry }) => !published.has(entry.id),
    ).length,
  }
}

/** Everything said about the dictionary as a whole; codes and concepts as far as its entries use them. */
export const packAbout = (lexicon: Lexicon, entries: PublishedEntries): PackAbout => {
  const { shared } = lexicon
  const all = [...entries.published, ...entries.drafts]
  const senses = all.flatMap((full) => full.senses)
  const concepts = new Set(senses.map(({ concept }) => concept))
  return {
    language: lexicon.language,
    sources: values(lexicon.sources),
    licences: values(shared.licences),
    notations: values(shared.notations),
    partsOfSpeech: values(shared.partsOfSpeech),
    semanticDomains: values(shared.semanticDomains),
    topics: values(shared.topics),
    concepts: values(shared.concepts)
      .filter(({ id }) => concepts.has(id))
      .map(({ id, labelVi, labelEn }) => ({ id, labelVi, labelEn })),
    retired: values(lexicon.retired),
    counts: packCounts(lexicon, entries),
  }
}

const packCounts = (lexicon: Lexicon, { published, drafts }: PublishedEntries): PackCounts => {
  const shown = shownByDefault(lexicon, published)
  const compareOnly = compareVarieties(lexicon)
  const forms = shown
    .flatMap((full) => full.forms)
    .filter(({ variety }) => !compareOnly.has(variety))
  const senses = shown.flatMap((full) => full.senses)
  const isDraft = ({ reviewState }: { readonly reviewState: string }) => reviewState === 'draft'
  return {
    entries: shown.length,
    forms: forms.length,
    spellings: forms.filter(({ kind }) => kind === 'spelling').length,
    senses: senses.length,
    concepts: new Set(senses.flatMap(({ concept }) => (concept === undefined ? [] : [concept])))
      .size,
    examples: shown.flatMap((full) => full.examples).length,
    clips: shown.flatMap((full) => full.media).filter(({ kind }) => kind === 'audio').length,
    draftForms: drafts.flatMap((full) => full.forms).filter(isDraft).length,
    draftSenses: drafts.flatMap((full) => full.senses).filter(isDraft).length,
  }
}

const compareVarieties = (lexicon: Lexicon) =>
  new Set(values(lexicon.varieties).flatMap(({ id, shown }) => (shown === 'compare' ? [id] : [])))

/** Entries with a form that default results may show. */
const shownByDefault = (lexicon: Lexicon, entries: readonly FullEntry[]): readonly FullEntry[] => {
  const compareOnly = compareVarieties(lexicon)
  return entries.filter(({ forms }) => forms.some(({ variety }) => !compareOnly.has(variety)))
}

const values = <Record>(rows: readonly Row<Record>[]): readonly Record[] =>
  rows.map(({ value }) => value)
