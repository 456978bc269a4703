import type { Outcome } from '../../src/merge/import-plan'
import type { MatchedBy } from '../../src/merge/match-entries'
import type { ProblemLanguage } from '../print-problems'

/** What the commands import and export say, in one language. */
export interface Sentences {
  readonly outcomes: Readonly<Record<Outcome, string>>
  readonly matches: Readonly<Record<MatchedBy, string>>
  readonly read: (entries: number, file: string) => string
  readonly more: (count: number) => string
  readonly fields: (changes: string) => string
  readonly added: (rows: string) => string
  readonly conflict: (column: string, ours: string, theirs: string) => string
  readonly proposal: (id: string, why: string) => string
  readonly rejected: string
  readonly textChanges: (count: number) => string
  readonly uncertain: (count: number) => string
  readonly warnings: (count: number) => string
  readonly aside: (count: number) => string
  readonly blocked: string
  readonly nothingTaken: string
  readonly dryRun: string
  readonly noBase: (language: string) => string
  readonly residue: (owner: string, position: string, raw: string) => string
  readonly acceptHint: string
  readonly written: (folder: string) => string
  readonly upToDate: string
  readonly outExists: (folder: string) => string
  readonly refusedFile: (file: string) => string
  readonly reportFile: (file: string) => string
  readonly lookHint: (folder: string) => string
  readonly decoded: (file: string, encoding: string) => string
  readonly seemsLegacy: (encoding: string, certain: boolean) => string
  readonly converted: (encoding: string) => string
  readonly sample: (before: string, after: string) => string
  readonly assumed: (source: string, licence: string) => string
  readonly columns: {
    readonly outcome: string
    readonly file: string
    readonly line: string
    readonly row: string
    readonly headword: string
    readonly id: string
    readonly field: string
    readonly before: string
    readonly after: string
    readonly reason: string
  }
  readonly tidied: string
  readonly leftUncertain: string
  readonly warning: string
}

const vi: Sentences = {
  outcomes: {
    new: 'mới',
    changed: 'thay đổi',
    unchanged: 'không đổi',
    conflict: 'xung đột',
    proposed: 'chờ xác nhận',
    rejected: 'đã bị loại trước đây',
    refused: 'bị từ chối',
  },
  matches: {
    id: 'cùng mã',
    'foreign-id': 'cùng mã ở nguồn ngoài',
    'source-row': 'cùng dạng, cùng dòng của nguồn',
    'form-and-gloss': 'cùng dạng và cùng nghĩa',
  },
  read: (entries, file) => `Đã đọc ${entries} mục từ trong ${file}.`,
  more: (count) => `… và ${count} mục khác (xem đủ bằng --report TỆP)`,
  fields: (changes) => `đổi: ${changes}`,
  added: (rows) => `thêm: ${rows}`,
  conflict: (column, ours, theirs) =>
    `${column}: từ điển có "${ours}", tệp có "${theirs}"; giữ của từ điển`,
  proposal: (id, why) => `có thể là ${id} (${why})`,
  rejected: 'dạng này đã bị loại khi duyệt (reviews.csv); giữ nguyên',
  textChanges: (count) => `Chữ được chuẩn hóa: ${count} chỗ`,
  uncertain: (count) => `Dấu hiệu không chắc chắn, để nguyên: ${count} chỗ`,
  warnings: (count) => `Cảnh báo: ${count}`,
  aside: (count) => `Thay đổi kèm theo ở mục khác: ${count}`,
  blocked: 'Không nhập được gì: hãy sửa các lỗi trên rồi chạy lại. Dữ liệu còn nguyên.',
  nothingTaken: 'Không có mục nào nhập được. Dữ liệu còn nguyên.',
  dryRun: 'Đây là chạy thử, chưa ghi gì. Thêm --apply để ghi.',
  noBase: (language) =>
    `Tệp này không nhớ từ điển lúc nó được ghi ra, nên giá trị trong tệp thắng cả những gì đã sửa trong từ điển sau đó. Nếu tệp cũ hơn từ điển, thêm --base THƯ_MỤC: dữ liệu của bản lúc đó (ví dụ --base ban-cu/data/${language}); khi ấy chỉ những gì sửa trong tệp mới được nhập.`,
  residue: (owner, position, raw) =>
    `giữ nguyên văn (residue.csv)${owner === '' ? '' : `, của ${owner}`}, ${position}: ${raw}`,
  acceptHint: 'Nếu các mục chờ xác nhận đúng là cùng mục từ, thêm --accept-proposed.',
  written: (folder) => `Đã ghi vào ${folder}.`,
  upToDate: 'Không có gì để ghi: từ điển đã có tất cả.',
  outExists: (folder) => `${folder} đã có từ điển này: nhập tiếp vào đó, như --into … --apply.`,
  refusedFile: (file) => `Các mục bị từ chối, kèm lí do: ${file}`,
  reportFile: (file) => `Báo cáo đầy đủ: ${file}`,
  lookHint: (folder) =>
    `Mục mới là bản nháp cho đến khi được duyệt. Tra thử: npm run lookup -- --data ${folder} --drafts …`,
  decoded: (file, encoding) => `${file}: bảng mã ${encoding}, đã đổi sang UTF-8.`,
  seemsLegacy: (encoding, certain) =>
    certain
      ? `Chữ trong tệp là mã ${encoding} (có từ hai dấu hiệu khác nhau): đã đổi. Nếu không phải, thêm --encoding utf-8.`
      : `Chữ trong tệp có thể là mã ${encoding}: chưa đổi. Nếu đúng, thêm --encoding ${encoding}.`,
  converted: (encoding) => `Đã đổi chữ từ mã ${encoding} như được yêu cầu.`,
  sample: (before, after) => `  trước: ${before}\n  sau:   ${after}`,
  assumed: (source, licence) =>
    `Tệp không nêu nguồn: mục mới được ghi là do ban biên tập viết (${source}, ${licence}). Nếu lấy từ sách hay danh sách khác, hãy nêu nguồn: --source MÃ [--source-title "…" --licence MÃ].`,
  columns: {
    outcome: 'Kết quả',
    file: 'Tệp',
    line: 'Dòng',
    row: 'Hàng',
    headword: 'Mục từ',
    id: 'Mã',
    field: 'Cột',
    before: 'Trước',
    after: 'Sau',
    reason: 'Lí do',
  },
  tidied: 'chuẩn hóa chữ',
  leftUncertain: 'không chắc, để nguyên',
  warning: 'cảnh báo',
}

const en: Sentences = {
  outcomes: {
    new: 'new',
    changed: 'changed',
    unchanged: 'unchanged',
    conflict: 'in conflict',
    proposed: 'to be confirmed',
    rejected: 'rejected before',
    refused: 'refused',
  },
  matches: {
    id: 'same id',
    'foreign-id': 'same foreign id',
    'source-row': 'same form and source row',
    'form-and-gloss': 'same form and gloss',
  },
  read: (entries, file) => `Read ${entries} entries in ${file}.`,
  more: (count) => `… and ${count} more (all of them with --report FILE)`,
  fields: (changes) => `changed: ${changes}`,
  added: (rows) => `added: ${rows}`,
  conflict: (column, ours, theirs) =>
    `${column}: the dictionary has "${ours}", the file "${theirs}"; the dictionary's is kept`,
  proposal: (id, why) => `may be ${id} (${why})`,
  rejected: 'this form was rejected in a review (reviews.csv); it stays so',
  textChanges: (count) => `Texts tidied: ${count}`,
  uncertain: (count) => `Uncertain signs, left alone: ${count}`,
  warnings: (count) => `Warnings: ${count}`,
  aside: (count) => `Changes to other entries that follow: ${count}`,
  blocked:
    'Nothing can be imported: mend the errors above and run this again. The data are untouched.',
  nothingTaken: 'No entry can be taken. The data are untouched.',
  dryRun: 'This was a dry run, nothing was written. Add --apply to write.',
  noBase: (language) =>
    `This file does not remember the dictionary it was written from, so its values win, even over what was mended in the dictionary since. If the file is older than the dictionary, add --base DIR: the data as they were then (as --base old/data/${language}); only what was changed in the file is taken then.`,
  residue: (owner, position, raw) =>
    `kept word for word (residue.csv)${owner === '' ? '' : `, of ${owner}`}, ${position}: ${raw}`,
  acceptHint: 'If the entries to be confirmed are the same indeed, add --accept-proposed.',
  written: (folder) => `Written to ${folder}.`,
  upToDate: 'Nothing to write: the dictionary has it all.',
  outExists: (folder) =>
    `${folder} holds this dictionary already: imported into it, as --into … --apply does.`,
  refusedFile: (file) => `What was refused, with the reasons: ${file}`,
  reportFile: (file) => `Full report: ${file}`,
  lookHint: (folder) =>
    `New entries are drafts until they are reviewed. Look at them: npm run lookup -- --data ${folder} --drafts …`,
  decoded: (file, encoding) => `${file}: encoded in ${encoding}, converted to UTF-8.`,
  seemsLegacy: (encoding, certain) =>
    certain
      ? `The text is ${encoding} (two different signs of it or more): converted. If it is not, add --encoding utf-8.`
      : `The text may be ${encoding}: not converted. If it is, add --encoding ${encoding}.`,
  converted: (encoding) => `Converted the text from ${encoding}, as told.`,
  sample: (before, after) => `  before: ${before}\n  after:  ${after}`,
  assumed: (source, licence) =>
    `The file names no source: new entries are recorded as the editors' own (${source}, ${licence}). If they come from a book or a list, name it: --source ID [--source-title "…" --licence ID].`,
  columns: {
    outcome: 'Outcome',
    file: 'File',
    line: 'Line',
    row: 'Row',
    headword: 'Headword',
    id: 'ID',
    field: 'Column',
    before: 'Before',
    after: 'After',
    reason: 'Reason',
  },
  tidied: 'tidied',
  leftUncertain: 'uncertain, left alone',
  warning: 'warning',
}

export const SENTENCES: Readonly<Record<ProblemLanguage, Sentences>> = { vi, en }
