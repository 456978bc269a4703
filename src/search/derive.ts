import type { FullEntry } from '../lexicon/full-entry'
import type { VarietyId } from '../lexicon/ids'
import { encodeListRow } from '../pack/entries'
import { listRow } from '../pack/publish'
import type { Groups, ListRow, PackMeta } from '../pack/sections'
import { writeRows } from '../pack/write-rows'
import { foldToLetters } from '../text/fold'
import { createOrthography, type Orthography } from '../text/orthography'
import { typedTranscription } from '../text/transcription'
import type { GlossOf } from './gloss-keys'
import type { KeyedForm } from './headword-keys'
import { writeGlossKeys } from './write-gloss-keys'
import { writeHeadwordKeys } from './write-headword-keys'

export type DerivedSection = 'list' | 'keys' | 'glosses' | 'groups'

/**
 * What search and browsing need of a set of entries, as raw section bytes. Pure: the build and a
 * device that has just applied a delta get the same bytes. `entries`: ascending by number.
 */
export const deriveSections = (
  meta: PackMeta,
  entries: readonly FullEntry[],
): ReadonlyMap<DerivedSection, Uint8Array> => {
  const orthography = createOrthography(meta)
  const compare = new Set(
    meta.varieties.filter(({ shown }) => shown === 'compare').map(({ id }) => id),
  )
  const rows = entries.map((entry) => listRow(entry, meta))
  const shown = entries.filter((_, i) => rows[i]!.shown === 'default')
  const shownRows = rows.filter((row) => row.shown === 'default')
  return new Map<DerivedSection, Uint8Array>([
    ['list', writeRows(rows.map((row) => ({ number: row.number, text: encodeListRow(row) })))],
    ['keys', writeHeadwordKeys(shown.flatMap((entry) => keyedForms(entry, compare, orthography)))],
    ['glosses', writeGlossKeys(shownRows.flatMap(glossesOfRow))],
    ['groups', new TextEncoder().encode(JSON.stringify(groupsOf(entries)))],
  ])
}

/** Every form but those recorded elsewhere, under the key it is typed by. */
const keyedForms = (
  { entry, forms }: FullEntry,
  compare: ReadonlySet<VarietyId>,
  orthography: Orthography,
): KeyedForm[] =>
  forms
    .filter((form) => !compare.has(form.variety))
    .map((form) => {
      const typed =
        form.kind === 'spelling' ? form.text : typedTranscription(form.text, orthography)
      const key = foldToLetters(typed, orthography)
      return form.text === entry.headword
        ? { key, number: entry.number }
        : { key, number: entry.number, variant: form.text }
    })

/** Vietnamese, then English, as search counts their places. */
const glossesOfRow = ({ number, glossesVi, glossesEn }: ListRow): GlossOf[] =>
  [...glossesVi, ...glossesEn].map((text, place) => ({ number, place, text }))

const groupsOf = (entries: readonly FullEntry[]): Groups => {
  const groups = { byConcept: {}, byDomain: {}, byTopic: {}, byVariety: {} }
  for (const { entry, forms, senses } of entries) {
    const of = (table: Record<string, number[]>, codes: readonly (string | undefined)[]) => {
      for (const code of new Set(codes)) {
        if (code === undefined) continue
        if (table[code] === undefined) table[code] = []
        table[code].push(entry.number)
      }
    }
    of(
      groups.byConcept,
      senses.map(({ concept }) => concept),
    )
    of(
      groups.byDomain,
      senses.map(({ semanticDomain }) => semanticDomain),
    )
    of(
      groups.byTopic,
      senses.flatMap(({ topics }) => topics),
    )
    of(
      groups.byVariety,
      forms.map(({ variety }) => variety),
    )
  }
  return sortedTables(groups)
}

/** Codes in code-unit order, so that the bytes do not depend on which entry came first. */
const sortedTables = (groups: Record<keyof Groups, Record<string, number[]>>): Groups => ({
  byConcept: sorted(groups.byConcept),
  byDomain: sorted(groups.byDomain),
  byTopic: sorted(groups.byTopic),
  byVariety: sorted(groups.byVariety),
})

const sorted = (table: Record<string, number[]>): Record<string, number[]> =>
  Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)))
