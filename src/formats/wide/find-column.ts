import { lowerCase, normaliseText } from '../../text/normalise'
import { bareLetters } from '../../text/orthography'
import { vietnameseTokens } from '../../text/vietnamese'
import { COLUMN_BY_PATH, COLUMNS } from './columns'

/**
 * The path of the column that a header names: a path, a label of ours, or what people write over
 * such a column in Vietnamese or English, whatever its case and punctuation. A header without any mark may
 * stand for one with marks (`tu loai`); one with other marks is another word (`Ảnh` is not `Anh`).
 */
export const findColumn = (header: string): string | undefined => {
  if (COLUMN_BY_PATH.has(header)) return header
  const name = headerName(header)
  return PATH_BY_NAME.get(name) ?? (isPlain(name) ? PATH_BY_PLAIN_NAME.get(name) : undefined)
}

/** Its letters and digits with their marks, in lower case. */
export const headerName = (header: string): string =>
  vietnameseTokens(lowerCase(normaliseText(header)))
    .map(({ text }) => text)
    .join('')

const isPlain = (name: string): boolean => name === bareLetters(name)

/** Abbreviations of parts of speech, `loại từ` (a classifier or a part of speech) and the like are left to a mapping. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  headword: [
    ...['từ', 'mục từ', 'từ mục', 'đầu mục', 'từ vựng', 'từ ngữ', 'từ dân tộc', 'tiếng dân tộc'],
    ...['headword', 'lexeme', 'lemma', 'word', 'form', 'entry', 'lexical unit'],
  ],
  homograph: ['số đồng âm', 'đồng âm', 'homograph', 'homonym', 'homonym number', 'hm'],
  variety: ['vùng', 'nhóm', 'phương ngữ', 'địa phương', 'dialect', 'lect', 'variety'],
  'foreign-id': ['id', 'mã', 'mã số', 'guid', 'entry_id', 'record id'],
  'gloss.vi': [
    ...['nghĩa', 'nghĩa của từ', 'tiếng Việt', 'tiếng phổ thông', 'giải nghĩa'],
    ...['dịch nghĩa', 'Vietnamese', 'gloss', 'meaning', 'Vietnamese meaning'],
  ],
  'gloss.en': ['tiếng Anh', 'English', 'English meaning'],
  'definition.vi': ['định nghĩa', 'giải thích', 'definition', 'explanation'],
  'classifier.vi': ['classifier'],
  'part-of-speech': ['từ loại', 'part of speech', 'pos', 'word class', 'grammatical info'],
  'semantic-domain': ['lĩnh vực', 'trường nghĩa', 'domain', 'semantic field'],
  topics: ['chủ đề', 'chủ điểm', 'topic'],
  concept: ['khái niệm', 'concepticon', 'concepticon id', 'concepticon gloss', 'concept id'],
  source: ['nguồn', 'tài liệu', 'xuất xứ', 'source id', 'reference'],
  'source-row': [
    ...['trang', 'số trang', 'dòng', 'STT', 'TT', 'số thứ tự', 'page', 'source row id', 'row'],
    ...['no', 'line'],
  ],
  licence: ['giấy phép', 'license'],
  'review-state': ['tình trạng', 'trạng thái', 'status', 'state'],
  'sense.note': ['ghi chú', 'chú thích', 'note', 'notes', 'remark', 'remarks', 'comment'],
  'form.text': ['dạng khác', 'biến thể', 'cách viết khác', 'variant', 'variants', 'other forms'],
  'example.text': [
    'ví dụ',
    'thí dụ',
    'câu',
    'câu ví dụ',
    'example',
    'sentence',
    'example sentence',
  ],
  'example.vi': [
    ...['dịch ví dụ', 'nghĩa ví dụ', 'nghĩa của ví dụ', 'dịch câu', 'ví dụ tiếng Việt'],
    ...['example translation', 'sentence translation', 'Vietnamese example'],
  ],
  'example.en': ['ví dụ tiếng Anh', 'English example'],
}

/** Synonyms come last: they win over paths and labels with the same letters (`ID`, `Note`). */
const NAMES: readonly (readonly [name: string, path: string])[] = [
  ...COLUMNS.flatMap(({ path, labelVi, labelEn }) =>
    [path, labelVi, labelEn].map((name) => [headerName(name), path] as const),
  ),
  ...Object.entries(SYNONYMS).flatMap(([path, names]) =>
    names.map((name) => [headerName(name), path] as const),
  ),
]

const PATH_BY_NAME: ReadonlyMap<string, string> = new Map(NAMES)

/** What two columns are called without marks is neither. */
const PATH_BY_PLAIN_NAME: ReadonlyMap<string, string> = new Map(
  [...PATH_BY_NAME]
    .map(([name, path]) => [bareLetters(name), path] as const)
    .filter(([plain, path], _, all) => all.every(([other, to]) => other !== plain || to === path)),
)
