import { rowOf } from '../../src/formats/content'
import { parseForeignCsv } from '../../src/formats/csv'
import type { Entry } from '../../src/lexicon/entry'
import type { Form } from '../../src/lexicon/form'
import type { EntryId, FormId, Licence, SenseId, SourceId, VarietyId } from '../../src/lexicon/ids'
import type { Lexicon, Row } from '../../src/lexicon/lexicon'
import type { Sense } from '../../src/lexicon/sense'
import { normaliseText } from '../../src/text/normalise'

/**
 * A dictionary with an entry, a form and a sense for each row of a list of two columns, headword and
 * Vietnamese gloss, that says what no other says; in the writing of `settings`. All are drafts.
 */
export const lexiconOfList = (text: string, settings: Lexicon): Lexicon => {
  const csv = parseForeignCsv(text.replace(/^\uFEFF/, ''), 'list.csv', ',')
  if ('code' in csv) throw new Error(`The list cannot be read: ${csv.code}`)
  const glossesByHeadword = new Map<string, Set<string>>()
  for (const { cells } of csv.rows) {
    const [headword = '', gloss = ''] = cells.map((cell) => normaliseText(cell).trim())
    if (headword === '' || gloss === '') continue
    const glosses = glossesByHeadword.get(headword) ?? new Set()
    glossesByHeadword.set(headword, glosses.add(gloss))
  }
  const rows = {
    entries: [] as Row<Entry>[],
    forms: [] as Row<Form>[],
    senses: [] as Row<Sense>[],
  }
  for (const [headword, glosses] of glossesByHeadword)
    for (const [i, gloss] of [...glosses].entries())
      addEntry(rows, headword, glosses.size > 1 ? i + 1 : undefined, gloss)
  const nothing = { examples: [], relations: [], media: [], residue: [] }
  return { ...settings, ...nothing, ...rows, reviews: [], retired: [], ledger: [] }
}

const addEntry = (
  { entries, forms, senses }: { entries: Row<Entry>[]; forms: Row<Form>[]; senses: Row<Sense>[] },
  headword: string,
  homograph: number | undefined,
  gloss: string,
): void => {
  const number = entries.length + 1
  const digits = String(number).padStart(5, '0')
  const id = `bn-${digits}` as EntryId
  const headwordForm = `bn-f${digits}` as FormId
  const variety = 'ba-na' as VarietyId
  const attested = {
    entry: id,
    source: 'bartbahnar2025' as SourceId,
    sourceRow: String(number),
    licence: 'Apache-2.0' as Licence,
    reviewState: 'draft' as const,
  }
  const numbered = homograph === undefined ? {} : { homograph }
  entries.push(rowOf({ id, number, variety, headwordForm, headword, ...numbered }))
  forms.push(rowOf({ id: headwordForm, variety, kind: 'spelling', text: headword, ...attested }))
  const said = { glossVi: [gloss], glossEn: [], topics: [] }
  senses.push(rowOf({ id: `bn-s${digits}` as SenseId, ...said, ...attested }))
}
