import type { EntryId } from '../../src/lexicon/ids'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { bareLetters, createOrthography } from '../../src/text/orthography'
import { typedTranscription } from '../../src/text/transcription'
import { byEntry } from '../count-coverage'

/** Two entries that may be one. */
export interface Duplicate {
  readonly ids: readonly [EntryId, EntryId]
  readonly headwords: readonly [string, string]
  /** Glosses or concepts that they share. */
  readonly shared: readonly string[]
}

/**
 * Entries that share a Vietnamese gloss or a concept and whose headwords are the same letters once
 * marks are left off, a transcription as one would type it. Rejected rows do not count.
 */
export const findDuplicates = (lexicon: Lexicon): readonly Duplicate[] => {
  const orthography = createOrthography({
    graphemes: lexicon.graphemes.map(({ value }) => value),
    equivalences: lexicon.equivalences.map(({ value }) => value),
  })
  const kept = <Value extends { readonly reviewState: string }>(values: readonly Value[]) =>
    values.filter(({ reviewState }) => reviewState !== 'rejected')
  const forms = byEntry(kept(lexicon.forms.map(({ value }) => value)))
  const senses = byEntry(kept(lexicon.senses.map(({ value }) => value)))
  const groups = new Map<string, { id: EntryId; headword: string; says: ReadonlySet<string> }[]>()
  for (const { value } of lexicon.entries) {
    const own = forms.get(value.id) ?? []
    const headword = own.find(({ id }) => id === value.headwordForm) ?? own[0]
    if (headword === undefined) continue
    const isSpelt = headword.kind === 'spelling'
    const key = bareLetters(
      isSpelt ? headword.text : typedTranscription(headword.text, orthography),
    )
    const says = new Set(
      (senses.get(value.id) ?? []).flatMap(({ glossVi, concept }) => [
        ...glossVi,
        ...(concept === undefined ? [] : [`Concepticon ${concept}`]),
      ]),
    )
    const text = isSpelt ? headword.text : `/${headword.text}/`
    const group = groups.get(key) ?? []
    groups.set(key, [...group, { id: value.id, headword: text, says }])
  }
  return [...groups.values()].flatMap((group) =>
    group.flatMap((a, i) =>
      group.slice(i + 1).flatMap((b): Duplicate[] => {
        const shared = [...a.says].filter((text) => b.says.has(text))
        return shared.length === 0
          ? []
          : [{ ids: [a.id, b.id], headwords: [a.headword, b.headword], shared }]
      }),
    ),
  )
}
