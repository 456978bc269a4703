import type { Lexicon } from '../../src/lexicon/lexicon'
import { diffLexicons, type FieldChange, type RowChange } from '../../src/merge/diff'
import type { TableName } from '../../src/merge/merge-table'

/** What a dictionary says that it did not say before, in Vietnamese. */
export interface Changes {
  /** `thêm 12 mục từ` */
  readonly summary: readonly string[]
  /** A line a change that a reader notices. */
  readonly details: readonly string[]
}

/** All changes are counted; those of entries, forms, senses and examples are told one by one. */
export const describeChanges = (before: Lexicon, after: Lexicon): Changes => {
  const changes = diffLexicons(before, after)
  const name = namesIn(before, after)
  const valueNames = valueNamesIn(before, after)
  return {
    summary: [
      ...countChanges(changes),
      ...(before.language.release === after.language.release
        ? []
        : [`bản ${before.language.release} → ${after.language.release}`]),
    ],
    details: changes.flatMap((change) => describe(change, name, valueNames)),
  }
}

const TABLES: Readonly<Record<TableName, string>> = {
  language: 'lời giới thiệu',
  sources: 'nguồn',
  varieties: 'nơi nói, nhóm người nói',
  graphemes: 'chữ cái',
  equivalences: 'cặp chữ tương đương',
  entries: 'mục từ',
  forms: 'dạng',
  senses: 'nghĩa',
  examples: 'ví dụ',
  relations: 'quan hệ',
  media: 'âm thanh, hình',
  reviews: 'lời xác nhận, bác bỏ',
  retired: 'mã thôi dùng',
  residue: 'phần riêng của định dạng khác',
  ledger: 'dòng sổ nguồn',
}

const KINDS = { added: 'thêm', changed: 'sửa', removed: 'bỏ' } as const

const countChanges = (changes: readonly RowChange[]): string[] => {
  const counts = new Map<string, number>()
  for (const { kind, table } of changes) {
    const key = `${KINDS[kind]} # ${TABLES[table]}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].map(([text, count]) => text.replace('#', String(count)))
}

/** What fields are called in a sentence; a field that is not here is called by its column. */
const FIELDS: Readonly<Record<string, string>> = {
  headword: 'từ đầu mục',
  homograph: 'số của từ đồng hình',
  note: 'ghi chú',
  text: 'chữ',
  variety: 'nơi nói',
  practice: 'lối viết',
  notation: 'lối phiên âm',
  glossVi: 'từ tương đương tiếng Việt',
  classifierVi: 'loại từ',
  glossEn: 'từ tương đương tiếng Anh',
  definitionVi: 'lời giải thích',
  concept: 'khái niệm',
  semanticDomain: 'trường nghĩa',
  topics: 'chủ đề',
  partOfSpeech: 'từ loại',
  reviewState: 'tình trạng',
  translationVi: 'lời dịch',
  translationEn: 'lời dịch tiếng Anh',
  source: 'nguồn',
  licence: 'giấy phép',
}

/** What a value is called, where it is a code, by property and code. */
type ValueNames = ReadonlyMap<string, ReadonlyMap<string, string>>

const STATES = new Map([
  ['attested', 'theo nguồn'],
  ['draft', 'nháp'],
  ['reviewed', 'đã được xác nhận'],
  ['rejected', 'bị bác bỏ'],
])

const valueNamesIn = (before: Lexicon, after: Lexicon): ValueNames => {
  const names = (of: (lexicon: Lexicon) => readonly Named[]): ReadonlyMap<string, string> =>
    new Map([before, after].flatMap(of).map(({ value }) => [value.id, value.nameVi]))
  return new Map([
    ['reviewState', STATES],
    ['variety', names(({ varieties }) => varieties)],
    ['notation', names(({ shared }) => shared.notations)],
    ['partOfSpeech', names(({ shared }) => shared.partsOfSpeech)],
    ['semanticDomain', names(({ shared }) => shared.semanticDomains)],
    ['topics', names(({ shared }) => shared.topics)],
    [
      'concept',
      new Map(
        [...before.shared.concepts, ...after.shared.concepts].map(({ value }) => [
          value.id,
          `${value.labelVi} (${value.id})`,
        ]),
      ),
    ],
  ])
}

interface Named {
  readonly value: { readonly id: string; readonly nameVi: string }
}

const describe = (change: RowChange, name: Names, valueNames: ValueNames): readonly string[] => {
  const { table, id } = change
  const noun = TABLES[table]
  if (!TOLD.includes(table)) return []
  const of = name(change)
  if (change.kind !== 'changed') {
    // An entry brings its forms and senses with it, and takes them away.
    if (table !== 'entries' && name.isNewOrGone(change)) return []
    return [`${KINDS[change.kind]} ${noun} ${of} (${id})`]
  }
  const fields = change.fields.map((field) => describeField(field, valueNames))
  return [`${noun} ${of} (${id}): ${fields.join('; ')}`]
}

const TOLD: readonly TableName[] = ['entries', 'forms', 'senses', 'examples', 'media']

const describeField = (
  { property, column, before, after }: FieldChange,
  valueNames: ValueNames,
): string => {
  const field = FIELDS[property] ?? column
  const names = valueNames.get(property)
  const [was, is] = [textOf(before, names), textOf(after, names)]
  if (was === '') return `thêm ${field} “${is}”`
  if (is === '') return `bỏ ${field} “${was}”`
  return `${field} “${was}” nay là “${is}”`
}

const textOf = (value: unknown, names?: ReadonlyMap<string, string>): string =>
  [value ?? []]
    .flat()
    .map((part) => names?.get(String(part)) ?? String(part))
    .join('; ')

interface Names {
  (change: RowChange): string
  /** Whether it belongs to an entry that is only on one side. */
  readonly isNewOrGone: (change: RowChange) => boolean
}

/** What a row is about: the headword it hangs on, its own text. */
const namesIn = (before: Lexicon, after: Lexicon): Names => {
  const headwords = new Map<string, string>()
  const entryBySense = new Map<string, string>()
  for (const { entries, senses } of [before, after]) {
    for (const { value } of entries) headwords.set(value.id, value.headword)
    for (const { value } of senses) entryBySense.set(value.id, value.entry)
  }
  const idsOf = ({ entries }: Lexicon) => new Set<string>(entries.map(({ value }) => value.id))
  const [old, present] = [idsOf(before), idsOf(after)]
  const entryOf = (change: RowChange): string => {
    const row = change.kind === 'removed' ? change.before : change.after
    const sense: unknown = Reflect.get(row.value, 'sense')
    return String(
      sense === undefined
        ? (Reflect.get(row.value, 'entry') ?? change.id)
        : (entryBySense.get(String(sense)) ?? ''),
    )
  }
  const name = (change: RowChange): string => {
    const row = change.kind === 'removed' ? change.before : change.after
    const headword = headwords.get(entryOf(change)) ?? ''
    const gloss = textOf(Reflect.get(row.value, 'glossVi'))
    const text = textOf(Reflect.get(row.value, 'text')) || gloss
    return text === '' || text === headword ? `“${headword}”` : `“${text}” của “${headword}”`
  }
  return Object.assign(name, {
    isNewOrGone: (change: RowChange) => {
      const entry = entryOf(change)
      return old.has(entry) !== present.has(entry)
    },
  })
}
