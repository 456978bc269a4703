import type { Entry } from '../../lexicon/entry'
import { groupBy } from '../../lexicon/group-by'
import type { Lexicon } from '../../lexicon/lexicon'
import type { Relation } from '../../lexicon/relation'
import type { Residue } from '../../lexicon/retired'
import type { Files } from '../format'
import { type Article, idsOf } from './article'
import { mappingOf, writeHeader } from './header'
import { createMarkers } from './markers'
import { createDefaults, usualOf } from './own-line'
import { createReferences } from './references'
import { type Meaning, subentryResidue } from './residue'
import { createVocabulary, isSafePath } from './vocabulary'
import { writeArticle } from './write-article'

/** Toolbox is a Windows program. */
const LINE_END = '\r\n'

/**
 * One file with all entries, subentries under their main entry; beside it the files that were kept
 * whole. Entries come by number; where some have none yet, in the order of the lexicon.
 */
export const writeSfm = (lexicon: Lexicon): Files => {
  const residue = lexicon.residue.map(({ value }, index) => ({ value, index }))
  const byOwner = groupBy(residue, ({ value }) => value.owner ?? '')
  const { articles, used } = articlesOf(lexicon, byOwner)
  const owned = new Set<string>()
  const rowsByEntry = new Map<string, readonly Residue[]>()
  for (const article of byOwner.size === 0 ? [] : articles) {
    const rows = idsOf(article).flatMap((owner) => {
      const own = byOwner.get(owner)
      if (own !== undefined) owned.add(owner)
      return own?.filter(({ value }) => !used.has(value)) ?? []
    })
    rows.sort((a, b) => a.index - b.index)
    rowsByEntry.set(article.entry.id, valuesOf(rows))
  }
  const ofFiles = valuesOf(
    residue.filter(({ value }) => value.owner === undefined || !owned.has(value.owner)),
  )
  const markers = createMarkers(mappingOf(ofFiles))
  const defaults = createDefaults(usualOf(valuesOf(lexicon.forms)))
  const meaning: Meaning = {
    vocabulary: createVocabulary(lexicon, markers),
    references: createReferences(articles),
    defaults,
  }
  const name = `${lexicon.language.code}.sfm`
  const header = writeHeader(
    ofFiles,
    markers,
    defaults,
    (file) => file !== name && isSafePath(file),
  )

  const written = new Map<string, string[]>()
  const subentries = groupBy(articles, ({ under }) => under?.to ?? '')
  const linesOf = (article: Article): readonly string[] =>
    writeArticle(article, rowsByEntry.get(article.entry.id) ?? [], meaning)
  for (const article of articles) {
    if (article.under !== undefined) continue
    const record = [article, ...(subentries.get(article.entry.id) ?? [])]
    written.set(article.entry.id, record.flatMap(linesOf))
  }
  const records = [header.lines, ...written.values()]
  const text = records.map((lines) => [...lines, ''].join(LINE_END)).join(LINE_END)
  const encoder = new TextEncoder()
  return new Map([
    [name, encoder.encode(text)],
    ...[...header.files].map(([file, kept]) => [file, encoder.encode(kept)] as const),
  ])
}

type ResidueByOwner = ReadonlyMap<string, readonly { readonly value: Residue }[]>

/** The entries with all that hangs on them, and the residue that says which of them are subentries. */
const articlesOf = (
  lexicon: Lexicon,
  residueByOwner: ResidueByOwner,
): { readonly articles: readonly Article[]; readonly used: ReadonlySet<Residue> } => {
  const forms = groupBy(valuesOf(lexicon.forms), ({ entry }) => entry)
  const media = groupBy(valuesOf(lexicon.media), ({ entry }) => entry)
  const senses = groupBy(valuesOf(lexicon.senses), ({ entry }) => entry)
  const examples = groupBy(valuesOf(lexicon.examples), ({ sense }) => sense)
  const relations = groupBy(valuesOf(lexicon.relations), ({ from }) => from)
  const entries = valuesOf(lexicon.entries)
  const { underByEntry, used } = subentriesOf(entries, relations, residueByOwner)
  const areNumbered = entries.every(({ number }) => number > 0)
  const sorted = areNumbered ? [...entries].sort((a, b) => a.number - b.number) : entries
  const articles = sorted.map((entry): Article => {
    const under = underByEntry.get(entry.id)
    const own = forms.get(entry.id) ?? []
    const isHeadword = ({ id }: { readonly id: string }): boolean => id === entry.headwordForm
    return {
      entry,
      forms: [...own.filter(isHeadword), ...own.filter((form) => !isHeadword(form))],
      media: media.get(entry.id) ?? [],
      relations: (relations.get(entry.id) ?? []).filter((relation) => relation !== under),
      senses: (senses.get(entry.id) ?? []).map((sense) => ({
        sense,
        examples: examples.get(sense.id) ?? [],
        relations: relations.get(sense.id) ?? [],
      })),
      ...(under !== undefined && { under }),
    }
  })
  return { articles, used }
}

/** One below the other only: an entry with subentries is itself none. */
const subentriesOf = (
  entries: readonly Entry[],
  relations: ReadonlyMap<string, readonly Relation[]>,
  residueByOwner: ResidueByOwner,
) => {
  const isSaid = (row: Residue): boolean => {
    const said = subentryResidue(row.owner ?? '')
    return row.format === said.format && row.position === said.position && row.raw === said.raw
  }
  const candidates = new Map<string, readonly [Relation, Residue]>()
  for (const { id } of entries)
    for (const relation of relations.get(id) ?? []) {
      const row = valuesOf(residueByOwner.get(relation.id) ?? []).find(isSaid)
      if (row !== undefined && !candidates.has(id)) candidates.set(id, [relation, row])
    }
  const known = new Set<string>(entries.map(({ id }) => id))
  const underByEntry = new Map<string, Relation>()
  const used = new Set<Residue>()
  for (const [id, [relation, row]] of candidates) {
    if (!known.has(relation.to) || candidates.has(relation.to)) continue
    underByEntry.set(id, relation)
    used.add(row)
  }
  return { underByEntry, used }
}

const valuesOf = <Value>(rows: readonly { readonly value: Value }[]): readonly Value[] =>
  rows.map(({ value }) => value)
