import type { Form } from '../../lexicon/form'
import type { Licence, Notation, PracticeCode, VarietyId } from '../../lexicon/ids'
import type { Problem } from '../../lexicon/problem'
import { withContent } from '../content'
import type { Files, ReadContext, ReadResult, Refused } from '../format'
import { REASON_HEADER } from '../wide/plan-columns'
import { type AddedEntry, addEntry, addForms, type Gathered, residue, type Word } from './add-entry'
import { type Concepts, createConcepts } from './concepts'
import { type Dataset, type DatasetRow, type DatasetTable, openDataset, readTable } from './dataset'
import { createLanguages, type Languages } from './languages'
import { readOwnCells } from './own-wordlist'
import { createSources, createTexts } from './word-cells'

/**
 * Reads a CLDF Wordlist: each row of its FormTable in a language of ours becomes a form, those of one
 * text and one concept together an entry with a sense for the concept. Columns are found by the CLDF property that the metadata give
 * them, never by their names. The mapping may hold:
 *
 * - `headword` → a column of the FormTable; `gloss.en`, `gloss.vi` → columns of the ParameterTable
 * - `variety@<id of a language>` → a variety; `source@<key>` → a source
 * - `notation`, `practice` → of all forms; `form-separator` → what parts the forms in one cell
 *
 * The form is what the source says (`value`), unless the dataset parts one value over several rows: then
 * each has its own (`form`), as it has where there is no `value`. It is a transcription unless a practice is told or
 * the metadata say that the column is orthographic. All else that a row says, and what other tables say of
 * it (cognates), is residue: JSON by column, position = the table. What the tables of languages and
 * parameters say beyond this is about the list, not about a word, and stays there. So do the forms of languages
 * that are not ours: they are counted in one warning.
 */
export const readWordlist = (files: Files, context: ReadContext): ReadResult => {
  const opened = openDataset(files, 'Wordlist')
  if (!opened.ok) return { lexicon: undefined, problems: [opened.error] }
  const dataset = opened.value
  const problems: Problem[] = []
  const forms = tableOf(dataset, 'FormTable', problems)
  if (forms === undefined && problems.length === 0)
    problems.push(missingColumn(dataset.metadata.file, 'FormTable'))
  const languages = createLanguages(tableOf(dataset, 'LanguageTable', problems), context)
  const concepts = createConcepts(tableOf(dataset, 'ParameterTable', problems), context, problems)
  const textOf = forms && createTexts(forms, context, dataset.metadata.isOurs, problems)
  if (forms === undefined || textOf === undefined || hasError(problems))
    return { lexicon: undefined, problems }

  const list: List = {
    dataset,
    forms,
    textOf,
    languages,
    concepts,
    context,
    sourceOf: createSources(context),
    same: sameForAll(dataset, forms, context),
  }
  const gathered: Gathered = { entries: [], forms: [], senses: [], residue: [] }
  const refused: Refused[] = []
  const formByRow = new Map<string, string>()
  const entryByMeaning = new Map<string, AddedEntry>()
  const firstById = new Map<string, DatasetRow>()
  for (const [index, row] of forms.rows.entries()) {
    const variety = languages.varietyOf(row.get('languageReference') ?? '')
    if (variety === undefined) continue
    const id = row.get('id') ?? ''
    const word = readWord(row, `new-${index + 1}`, variety, firstById.get(id), list)
    if ('code' in word) {
      refused.push({ at: row.place(), problems: [word] })
    } else {
      const meaning = JSON.stringify([word.text, row.get('parameterReference') ?? id])
      const entry = entryByMeaning.get(meaning)
      const added = entry === undefined ? addEntry(gathered, word) : addForms(gathered, word, entry)
      entryByMeaning.set(meaning, added)
      firstById.set(id, row)
      formByRow.set(id, `${added.base}-f${(entry?.forms ?? 0) + 1}`)
    }
  }
  addReferring(dataset, formByRow, gathered, problems)
  problems.push(...languages.problems(forms.file))
  problems.push(...refused.flatMap((record) => record.problems))
  const content = { ...gathered, examples: [], relations: [], media: [] }
  const carries = createCarries(context)
  return { lexicon: withContent(context.settings, content), problems, refused, carries }
}

/** Glosses of columns that nobody named stand in for what the list does not say. */
const createCarries =
  ({ mapping }: ReadContext): NonNullable<ReadResult['carries']> =>
  (table, property) => {
    if (table === 'forms') return ['text', 'sourceRow'].includes(property)
    if (table !== 'senses') return false
    return (
      ['sourceGloss', 'sourceRow'].includes(property) ||
      (property === 'glossVi' && mapping.has('gloss.vi')) ||
      (property === 'glossEn' && mapping.has('gloss.en'))
    )
  }

/** What the rows of a list are read with. */
interface List {
  readonly dataset: Dataset
  readonly forms: DatasetTable
  readonly textOf: NonNullable<ReturnType<typeof createTexts>>
  readonly languages: Languages
  readonly concepts: Concepts
  readonly context: ReadContext
  readonly sourceOf: ReturnType<typeof createSources>
  readonly same: ReturnType<typeof sameForAll>
}

/** What a row says, or why it cannot be taken. */
const readWord = (
  row: DatasetRow,
  base: string,
  variety: VarietyId,
  first: DatasetRow | undefined,
  { dataset, forms, textOf, concepts, context, sourceOf, same }: List,
): Word | Problem => {
  const nameOf = (property: string) => forms.columnOf(property)?.name
  const error = (property: string) =>
    ({ severity: 'error', at: row.place(nameOf(property)) }) as const
  const id = row.get('id')
  if (id === undefined) return { code: 'missing-value', ...error('id') }
  if (first !== undefined)
    return { code: 'duplicate-id', given: id, first: first.place(), ...error('id') }
  const said = textOf(row)
  if (said === undefined) return { code: 'record-without-headword', given: id, ...error('form') }
  const parameters = row.list('parameterReference')
  const meanings = parameters.flatMap((parameter) => concepts.meaningOf(parameter) ?? [])
  if (meanings.length < parameters.length) {
    const given = row.get('parameterReference') ?? ''
    const target = 'concept'
    return { code: 'dangling-reference', given, target, ...error('parameterReference') }
  }
  const { source, saysSource, isExplained } = sourceOf(row.list('source'))
  const comment = row.get('comment')
  const own = dataset.metadata.isOurs ? readOwnCells(row, context.settings) : undefined
  const explained = new Set([
    REASON_HEADER,
    ...['id', 'comment', ...(isExplained ? ['source'] : [])].map(nameOf),
    ...said.columns,
    ...(own?.columns ?? []),
  ])
  return {
    base,
    row,
    foreignId: id,
    variety,
    text: said.text,
    sourceText: said.sourceText,
    separator: context.mapping.get('form-separator'),
    meanings,
    form: {
      ...same,
      source,
      sourceRow: id,
      ...(comment !== undefined && { note: comment }),
      ...own?.form,
    },
    saysSource,
    rest: Object.fromEntries([...row.cells()].filter(([name]) => !explained.has(name))),
    table: forms.description.url,
  }
}

const hasError = (problems: readonly Problem[]): boolean =>
  problems.some(({ severity }) => severity === 'error')

const missingColumn = (file: string, missing: string): Problem => ({
  code: 'missing-column',
  severity: 'error',
  at: { file, line: 1, row: 1 },
  missing,
})

const tableOf = (
  dataset: Dataset,
  component: string,
  problems: Problem[],
): DatasetTable | undefined => {
  const description = dataset.metadata.tables.find((table) => table.component === component)
  if (description === undefined) return undefined
  const table = readTable(dataset, description)
  if (table.ok) return table.value
  problems.push(table.error)
  return undefined
}

/** What holds for every form of the list. */
const sameForAll = (
  { metadata }: Dataset,
  table: DatasetTable,
  { settings, mapping, attribution }: ReadContext,
): Pick<Form, 'kind' | 'licence' | 'reviewState'> &
  Partial<Pick<Form, 'notation' | 'practice'>> => {
  const notation = mapping.get('notation') as Notation | undefined
  const practice = mapping.get('practice') as PracticeCode | undefined
  const isSpelling = practice !== undefined || table.columnOf('form')?.isOrthographic === true
  const licences = settings.shared.licences.filter(
    ({ value }) => metadata.licence !== undefined && isSameAddress(value.url, metadata.licence),
  )
  const licence: Licence = licences[0]?.value.id ?? attribution.licence
  return {
    kind: isSpelling && notation === undefined ? 'spelling' : 'transcription',
    ...(notation !== undefined && { notation }),
    ...(notation === undefined && practice !== undefined && { practice }),
    licence,
    reviewState: attribution.reviewState,
  }
}

const isSameAddress = (a: string, b: string): boolean => {
  const bare = (url: string) => url.replace(/^https?:/, '').replace(/\/$/, '')
  return bare(a) === bare(b)
}

/** Rows of other tables that refer to a form: cognates, borrowings. */
const addReferring = (
  dataset: Dataset,
  formByRow: ReadonlyMap<string, string>,
  gathered: Gathered,
  problems: Problem[],
): void => {
  for (const description of dataset.metadata.tables) {
    if (description.component === 'FormTable') continue
    if (!description.columns.some(({ property }) => property === 'formReference')) continue
    const table = readTable(dataset, description)
    if (!table.ok) {
      problems.push({ ...table.error, severity: 'warning' })
      continue
    }
    for (const row of table.value.rows) {
      const owner = formByRow.get(row.get('formReference') ?? '')
      if (owner === undefined) continue
      const raw = JSON.stringify(Object.fromEntries(row.cells()))
      gathered.residue.push({
        value: residue(owner, description.url, raw),
        place: (column) => row.place(column),
      })
    }
  }
}
