import { ENTRY_FIELDS, type Entry } from '../../lexicon/entry'
import { EXAMPLE_FIELDS, type Example } from '../../lexicon/example'
import type { Field } from '../../lexicon/field'
import { FORM_FIELDS, type Form } from '../../lexicon/form'
import { MEDIA_FIELDS, type Media } from '../../lexicon/media'
import { RELATION_FIELDS, type Relation } from '../../lexicon/relation'
import { RESIDUE_FIELDS, type Residue } from '../../lexicon/retired'
import { SENSE_FIELDS, type Sense } from '../../lexicon/sense'
import type { ContentTable } from '../content'

/** What the cells of a row that belong together say; `headword` is the form the entry is listed under. */
export type ColumnGroup =
  | 'entry'
  | 'headword'
  | 'sense'
  | 'form'
  | 'example'
  | 'relation'
  | 'media'
  | 'residue'

/** A field of a record as a column of one wide table. */
export interface Column {
  /** Its header in files of ours; never changed, so that old files stay readable: `gloss.vi`. */
  readonly path: string
  readonly labelVi: string
  readonly labelEn: string
  readonly group: ColumnGroup
  readonly table: ContentTable
  readonly property: string
  readonly field: Field
}

/** Path, Vietnamese label and English label for every field: one that is forgotten does not compile. */
type Names<Value> = {
  readonly [Property in keyof Value]-?: readonly [path: string, vi: string, en: string]
}

/** The headword form points to it. */
const ENTRY: Names<Omit<Entry, 'headwordForm'>> = {
  id: ['id', 'Mã mục từ', 'Entry ID'],
  headword: ['headword', 'Từ đầu mục', 'Headword'],
  homograph: ['homograph', 'Số đồng tự', 'Homograph number'],
  variety: ['variety', 'Vùng (nhóm)', 'Variety'],
  foreignId: ['foreign-id', 'Mã ở nơi khác', 'ID elsewhere'],
  number: ['number', 'Số của mục từ', 'Entry number'],
  note: ['note', 'Ghi chú của mục từ', 'Note on the entry'],
}

/** Text and variety are those of the entry. */
const HEADWORD: Names<Omit<Form, 'entry' | 'text' | 'variety'>> = {
  id: ['headword.id', 'Mã dạng đầu mục', 'Headword form ID'],
  kind: ['headword.kind', 'Kiểu ghi từ đầu mục', 'Headword kind'],
  practice: ['headword.practice', 'Lối viết từ đầu mục', 'Headword practice'],
  notation: ['headword.notation', 'Hệ ký hiệu từ đầu mục', 'Headword notation'],
  source: ['headword.source', 'Nguồn của từ đầu mục', 'Headword source'],
  sourceRow: ['headword.source-row', 'Dòng, trang của từ đầu mục', 'Headword source row'],
  sourceText: ['headword.source-form', 'Nguyên văn từ đầu mục', 'Headword in the source'],
  licence: ['headword.licence', 'Giấy phép của từ đầu mục', 'Headword licence'],
  reviewState: ['headword.review-state', 'Tình trạng của từ đầu mục', 'Headword review state'],
  note: ['headword.note', 'Ghi chú của từ đầu mục', 'Note on the headword'],
}

const SENSE: Names<Omit<Sense, 'entry'>> = {
  id: ['sense.id', 'Mã nghĩa', 'Sense ID'],
  partOfSpeech: ['part-of-speech', 'Từ loại', 'Part of speech'],
  classifierVi: ['classifier.vi', 'Con, cái … đứng trước nghĩa', 'Vietnamese classifier'],
  glossVi: ['gloss.vi', 'Nghĩa tiếng Việt', 'Vietnamese gloss'],
  glossEn: ['gloss.en', 'Nghĩa tiếng Anh', 'English gloss'],
  definitionVi: ['definition.vi', 'Định nghĩa', 'Vietnamese definition'],
  semanticDomain: ['semantic-domain', 'Trường nghĩa', 'Semantic domain'],
  topics: ['topics', 'Chủ đề', 'Topics'],
  concept: ['concept', 'Khái niệm', 'Concept'],
  sourceGloss: ['source-gloss', 'Nghĩa nguyên văn của nguồn', 'Gloss in the source'],
  glossViSource: ['gloss.vi.source', 'Nguồn nghĩa tiếng Việt', 'Vietnamese gloss source'],
  glossEnSource: ['gloss.en.source', 'Nguồn nghĩa tiếng Anh', 'English gloss source'],
  partOfSpeechSource: ['part-of-speech.source', 'Nguồn từ loại', 'Part of speech source'],
  source: ['source', 'Nguồn', 'Source'],
  sourceRow: ['source-row', 'Dòng, trang', 'Source row'],
  licence: ['licence', 'Giấy phép', 'Licence'],
  reviewState: ['review-state', 'Tình trạng', 'Review state'],
  note: ['sense.note', 'Ghi chú của nghĩa', 'Note on the sense'],
}

const FORM: Names<Omit<Form, 'entry'>> = {
  id: ['form.id', 'Mã dạng khác', 'Form ID'],
  text: ['form.text', 'Dạng khác', 'Other form'],
  variety: ['form.variety', 'Vùng của dạng khác', 'Form variety'],
  kind: ['form.kind', 'Kiểu ghi dạng khác', 'Form kind'],
  practice: ['form.practice', 'Lối viết dạng khác', 'Form practice'],
  notation: ['form.notation', 'Hệ ký hiệu dạng khác', 'Form notation'],
  source: ['form.source', 'Nguồn của dạng khác', 'Form source'],
  sourceRow: ['form.source-row', 'Dòng, trang của dạng khác', 'Form source row'],
  sourceText: ['form.source-form', 'Nguyên văn dạng khác', 'Form in the source'],
  licence: ['form.licence', 'Giấy phép của dạng khác', 'Form licence'],
  reviewState: ['form.review-state', 'Tình trạng của dạng khác', 'Form review state'],
  note: ['form.note', 'Ghi chú của dạng khác', 'Note on the form'],
}

const EXAMPLE: Names<Example> = {
  id: ['example.id', 'Mã ví dụ', 'Example ID'],
  sense: ['example.sense', 'Ví dụ cho nghĩa có mã', 'Example of sense'],
  text: ['example.text', 'Ví dụ', 'Example'],
  translationVi: ['example.vi', 'Ví dụ dịch sang tiếng Việt', 'Example in Vietnamese'],
  translationEn: ['example.en', 'Ví dụ dịch sang tiếng Anh', 'Example in English'],
  variety: ['example.variety', 'Vùng của ví dụ', 'Example variety'],
  source: ['example.source', 'Nguồn của ví dụ', 'Example source'],
  sourceRow: ['example.source-row', 'Dòng, trang của ví dụ', 'Example source row'],
  licence: ['example.licence', 'Giấy phép của ví dụ', 'Example licence'],
  reviewState: ['example.review-state', 'Tình trạng của ví dụ', 'Example review state'],
}

const RELATION: Names<Relation> = {
  id: ['relation.id', 'Mã quan hệ', 'Relation ID'],
  kind: ['relation.kind', 'Kiểu quan hệ', 'Relation kind'],
  from: ['relation.from', 'Quan hệ từ mã', 'Relation from'],
  to: ['relation.to', 'Quan hệ đến mã', 'Relation to'],
  source: ['relation.source', 'Nguồn của quan hệ', 'Relation source'],
  note: ['relation.note', 'Ghi chú của quan hệ', 'Note on the relation'],
}

const MEDIA: Names<Omit<Media, 'entry'>> = {
  id: ['media.id', 'Mã âm thanh, hình', 'Media ID'],
  kind: ['media.kind', 'Âm thanh hay hình', 'Media kind'],
  path: ['media.path', 'Tệp âm thanh, hình', 'Media file'],
  form: ['media.form', 'Âm thanh, hình cho dạng có mã', 'Media of form'],
  variety: ['media.variety', 'Vùng của âm thanh, hình', 'Media variety'],
  speaker: ['media.speaker', 'Người nói', 'Speaker'],
  place: ['media.place', 'Nơi ghi', 'Place of recording'],
  date: ['media.date', 'Ngày ghi', 'Date of recording'],
  consent: ['media.consent', 'Sự đồng ý', 'Consent'],
  sha256: ['media.sha256', 'Mã SHA-256 của tệp', 'SHA-256 of the file'],
  source: ['media.source', 'Nguồn của âm thanh, hình', 'Media source'],
  licence: ['media.licence', 'Giấy phép của âm thanh, hình', 'Media licence'],
  reviewState: ['media.review-state', 'Tình trạng của âm thanh, hình', 'Media review state'],
  note: ['media.note', 'Ghi chú của âm thanh, hình', 'Note on the media'],
  speakerBirthYear: ['media.birth-year', 'Năm sinh người nói', 'Birth year of the speaker'],
  original: ['media.original', 'Tệp gốc', 'Original file'],
  originalSha256: ['media.original-sha256', 'Mã SHA-256 của tệp gốc', 'SHA-256 of the original'],
}

const RESIDUE: Names<Residue> = {
  owner: ['residue.owner', 'Phần chưa rõ: của mã', 'Residue of'],
  format: ['residue.format', 'Phần chưa rõ: định dạng', 'Residue format'],
  position: ['residue.position', 'Phần chưa rõ: vị trí', 'Residue position'],
  raw: ['residue.raw', 'Phần chưa rõ: nguyên văn', 'Residue'],
}

const columns = <Value>(
  group: ColumnGroup,
  table: ContentTable,
  names: Names<Value>,
  fields: { readonly [Property in keyof Value]-?: Field },
): Column[] =>
  (Object.keys(names) as (keyof Value & string)[]).map((property) => {
    const [path, labelVi, labelEn] = names[property]
    return { path, labelVi, labelEn, group, table, property, field: fields[property] }
  })

/** Every field of every record of a dictionary's content, in the order in which files of ours have them. */
export const COLUMNS: readonly Column[] = [
  ...columns('entry', 'entries', ENTRY, ENTRY_FIELDS),
  ...columns('sense', 'senses', SENSE, SENSE_FIELDS),
  ...columns('headword', 'forms', HEADWORD, FORM_FIELDS),
  ...columns('form', 'forms', FORM, FORM_FIELDS),
  ...columns('example', 'examples', EXAMPLE, EXAMPLE_FIELDS),
  ...columns('relation', 'relations', RELATION, RELATION_FIELDS),
  ...columns('media', 'media', MEDIA, MEDIA_FIELDS),
  ...columns('residue', 'residue', RESIDUE, RESIDUE_FIELDS),
]

export const COLUMN_BY_PATH: ReadonlyMap<string, Column> = new Map(
  COLUMNS.map((column) => [column.path, column]),
)
