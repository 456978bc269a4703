import type { Form } from '../../src/lexicon/form'
import type { FullEntry } from '../../src/lexicon/full-entry'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { fullEntries } from '../../src/pack/publish'

/** What results show by default of an entry: confirmed, and spoken here. */
export interface ShownEntry extends FullEntry {
  /** As listed: the headword's form. */
  readonly headword: Form
}

/** The entries of a dictionary that results show by default, by number. */
export const shownEntries = (lexicon: Lexicon): readonly ShownEntry[] => {
  const elsewhere = new Set<string>(
    lexicon.varieties.filter(({ value }) => value.shown === 'compare').map(({ value }) => value.id),
  )
  return fullEntries(lexicon).published.flatMap((full) => {
    const forms = full.forms.filter(({ variety }) => !elsewhere.has(variety))
    const headword = forms.find(({ id }) => id === full.entry.headwordForm) ?? forms[0]
    return headword === undefined ? [] : [{ ...full, forms, headword }]
  })
}

/** A headword as it is written in running text: a transcription between slashes. */
export const headwordText = ({ headword }: ShownEntry): string =>
  headword.kind === 'transcription' ? `/${headword.text}/` : headword.text
