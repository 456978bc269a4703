import type { Code } from '../../lexicon/concept'
import type { Lexicon } from '../../lexicon/lexicon'
import { REVIEW_STATES } from '../../lexicon/review'
import { COLUMNS } from '../wide/columns'
import type { BookSheet } from './write-book'

const GUIDE_SHEET = 'Hướng dẫn'
const LISTS_SHEET = 'Danh mục'

const GUIDE: readonly (readonly [text: string, style?: 'title'])[] = [
  ['Bảng từ điển để sửa trong Excel, LibreOffice hay Google Sheets', 'title'],
  ['Trang "Mục từ" có mỗi dòng là một nghĩa. Từ có hai nghĩa thì có hai dòng cùng mã mục từ.'],
  ['Các trang khác ghi cách viết khác, phiên âm, ví dụ, quan hệ, âm thanh của các mục từ ấy.'],
  [''],
  ['Sửa', 'title'],
  ['Sửa thẳng vào ô. Ô nào không biết thì để nguyên, đừng đoán.'],
  ['Sửa từ đầu mục thì sửa ở mọi dòng có cùng mã mục từ.'],
  ['Không sửa, không xoá các cột có chữ "Mã" ở đầu: nhờ đó máy biết dòng nào là mục nào.'],
  ['Không xoá dòng đầu bị ẩn. Có thể sắp xếp, lọc, đổi chỗ cột, thêm cột ghi chú của riêng mình.'],
  ['Nhiều giá trị trong một ô thì cách nhau bằng dấu chấm phẩy: ngô; bắp.'],
  [''],
  ['Thêm', 'title'],
  ['Thêm mục từ: viết ở dòng cuối, để trống ô "Mã mục từ". Máy sẽ đặt mã khi nhập.'],
  ['Thêm nghĩa: chép mã mục từ và từ đầu mục xuống một dòng mới, để trống "Mã nghĩa".'],
  ['Mỗi từ, mỗi nghĩa phải có nguồn. Nghĩa do người sửa tự viết thì ghi nguồn là editor.'],
  [''],
  ['Bỏ', 'title'],
  ['Xoá dòng không làm mất mục từ. Muốn bỏ thì báo cho ban biên tập, hoặc dùng lệnh review.'],
  [''],
  ['Gửi lại', 'title'],
  ['Lưu tệp dạng .xlsx rồi gửi cho ban biên tập, hoặc chạy: npm run import -- --format xlsx.'],
  ['Tệp này nhớ nội dung lúc xuất ra, nên sửa trên tệp cũ không làm mất phần người khác đã sửa.'],
  [''],
  ['Các cột', 'title'],
]

/** What each column is and what may be done with the sheets, in simple Vietnamese. */
export const instructions = (): BookSheet => ({
  name: GUIDE_SHEET,
  rows: [
    ...GUIDE.map(([text, style]) => [{ text, style: style ?? ('plain' as const) }]),
    ...COLUMNS.map(({ labelVi, labelEn }) => [{ text: labelVi }, { text: labelEn }]),
  ],
  widths: [90, 34],
})

interface CodeLists {
  readonly sheet: BookSheet
  /** By what a reference points to, or by the path of a choice. */
  readonly ranges: ReadonlyMap<string, { readonly range: string; readonly prompt: string }>
}

/** The codes that cells may hold, each list a column with its names beside it. */
export const codeLists = (lexicon: Lexicon): CodeLists => {
  const lists = new Map<string, readonly (readonly [code: string, name: string])[]>([
    ['part-of-speech', named(lexicon.shared.partsOfSpeech)],
    ['semantic-domain', named(lexicon.shared.semanticDomains)],
    ['variety', named(lexicon.varieties)],
    ['licence', named(lexicon.shared.licences)],
    ['notation', named(lexicon.shared.notations)],
    ['practice', lexicon.language.practices.map(({ id, nameVi }) => [id, nameVi])],
    ['source', [['editor', 'ban biên tập'], ...lexicon.sources.map(sourceName)]],
  ])
  for (const { path, field } of COLUMNS)
    if (field.kind === 'choice')
      lists.set(
        path,
        (field.choices ?? [])
          .filter((choice) => !JUDGED.includes(choice))
          .map((choice) => [choice, STATE_NAMES[choice] ?? '']),
      )
  const keys = [...lists.keys()]
  const height = Math.max(...[...lists.values()].map((list) => list.length))
  const rows = Array.from({ length: height + 1 }, (_, row) =>
    keys.flatMap((key) => {
      if (row === 0) return [{ text: key, style: 'header' as const }, { text: '' }]
      const [code = '', name = ''] = lists.get(key)![row - 1] ?? []
      return [{ text: code }, { text: name }]
    }),
  )
  const ranges = new Map(
    keys.map((key, i) => {
      const column = letters(i * 2)
      const list = lists.get(key)!
      const range = `'${LISTS_SHEET}'!$${column}$2:$${column}$${list.length + 1}`
      const prompt = list
        .filter(([, name]) => name !== '')
        .map(([code, name]) => `${code}: ${name}`)
        .join('; ')
      return [key, { range, prompt }]
    }),
  )
  return { sheet: { name: LISTS_SHEET, rows, hidden: 'hidden' }, ranges }
}

/** States that stand on a verdict in reviews.csv, and are given with it. */
const JUDGED: readonly string[] = [REVIEW_STATES[2], REVIEW_STATES[3]]

const STATE_NAMES: Readonly<Record<string, string>> = {
  [REVIEW_STATES[0]]: 'có trong tài liệu đã công bố',
  [REVIEW_STATES[1]]: 'chưa kiểm chứng',
  [REVIEW_STATES[2]]: 'người bản ngữ đã xác nhận',
  [REVIEW_STATES[3]]: 'bị bác bỏ',
  spelling: 'chữ viết',
  transcription: 'phiên âm',
}

const named = <Id extends string>(
  rows: readonly { readonly value: Pick<Code<Id>, 'id' | 'nameVi'> }[],
): (readonly [string, string])[] => rows.map(({ value }) => [value.id, value.nameVi])

const sourceName = ({ value }: Lexicon['sources'][number]): readonly [string, string] => [
  value.id,
  value.title,
]

/** The name of a column, from 0: `A`, `AA`. */
const letters = (column: number): string => {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}
