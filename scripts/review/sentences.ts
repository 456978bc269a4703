import type { ReviewState } from '../../src/lexicon/review'
import type { JudgedTable, Outcome, VerdictFault } from '../../src/merge/review-list'
import type { ProblemLanguage } from '../print-problems'

/** What the command says. */
export interface Sentences {
  readonly judged: (outcome: Outcome) => string
  readonly refused: (outcome: Outcome) => string
  readonly more: (count: number) => string
  readonly summary: (judged: number, unchanged: number, refused: number) => string
  readonly dryRun: string
  readonly nothingWritten: string
  readonly blocked: string
  readonly written: (path: string) => string
  readonly noIds: (path: string) => string
  readonly noVerdicts: (path: string) => string
}

/** Why a verdict is not taken. */
export const VERDICT_FAULTS: Readonly<
  Record<ProblemLanguage, Readonly<Record<VerdictFault, (detail: string) => string>>>
> = {
  vi: {
    'unknown-subject': () =>
      'không có dạng, nghĩa, ví dụ hay bản ghi nào mang mã này; hãy chép mã từ bảng',
    retired: (successor) =>
      successor === '' ? 'mã này đã thôi dùng' : `mã này đã thôi dùng, nay là ${successor}`,
    entry: () =>
      'đây là mã mục từ; mục từ chỉ có thể bác bỏ cả mục, còn xác nhận thì ghi mã từng dạng, từng nghĩa',
    'no-verdict': (given) =>
      `kết luận "${given}" không rõ; hãy ghi reviewed (đúng) hoặc rejected (sai)`,
    'no-reviewer': () => 'thiếu tên người duyệt; hãy ghi ở cột reviewer hoặc --reviewer',
    'bad-date': (given) => `ngày "${given}" không đúng; hãy ghi như 2026-11-22`,
    'no-reason': () => 'bác bỏ phải có lý do; hãy ghi ở cột reason hoặc --reason',
    older: (date) => `đã có kết luận mới hơn, ngày ${date}; hãy xem lại ngày`,
  },
  en: {
    'unknown-subject': () =>
      'no form, sense, example or recording has this id; copy the id from the table',
    retired: (successor) =>
      successor === '' ? 'this id is retired' : `this id is retired and is now ${successor}`,
    entry: () =>
      'this is the id of an entry, which can only be rejected as a whole; confirm it form by form and sense by sense',
    'no-verdict': (given) => `"${given}" is no verdict; write reviewed or rejected`,
    'no-reviewer': () => 'the reviewer is missing; fill in the column reviewer, or --reviewer',
    'bad-date': (given) => `"${given}" is no date; write it as 2026-11-22`,
    'no-reason': () => 'to reject takes a reason; fill in the column reason, or --reason',
    older: (date) => `a later verdict stands, of ${date}; look at the date again`,
  },
}

const STATES: Readonly<Record<ProblemLanguage, Readonly<Record<ReviewState, string>>>> = {
  vi: {
    attested: 'theo nguồn',
    draft: 'nháp',
    reviewed: 'đã xác nhận',
    rejected: 'bị bác bỏ',
  },
  en: { attested: 'attested', draft: 'draft', reviewed: 'reviewed', rejected: 'rejected' },
}

const TABLES: Readonly<Record<ProblemLanguage, Readonly<Record<JudgedTable, string>>>> = {
  vi: { forms: 'dạng', senses: 'nghĩa', examples: 'ví dụ', media: 'bản ghi' },
  en: { forms: 'form', senses: 'sense', examples: 'example', media: 'recording' },
}

const judged =
  (lang: ProblemLanguage) =>
  (outcome: Outcome): string =>
    outcome.kind === 'refused'
      ? ''
      : `${outcome.subject}  ${TABLES[lang][outcome.table]} "${outcome.text}": ${STATES[lang][outcome.before]} → ${STATES[lang][outcome.after]}`

const refused =
  (lang: ProblemLanguage) =>
  (outcome: Outcome): string =>
    outcome.kind === 'refused'
      ? `${outcome.at.file}:${outcome.at.line} ${outcome.subject}: ${VERDICT_FAULTS[lang][outcome.fault](outcome.detail)}`
      : ''

export const SENTENCES: Readonly<Record<ProblemLanguage, Sentences>> = {
  vi: {
    judged: judged('vi'),
    refused: refused('vi'),
    more: (count) => `… và ${count} dòng nữa`,
    summary: (judged, unchanged, refused) =>
      `${judged} kết luận mới, ${unchanged} đã ghi từ trước, ${refused} không nhận được`,
    dryRun: 'Chưa ghi gì. Thêm --apply để ghi.',
    nothingWritten: 'Chưa ghi gì: hãy sửa các dòng trên rồi chạy lại.',
    blocked: 'Bảng đang có lỗi; hãy sửa theo npm run check rồi chạy lại.',
    written: (path) => `Đã ghi ${path}`,
    noIds: (path) =>
      `${path}: không có cột id (mã). Danh sách chưa có mã của từ điển thì nhập vào trước, với --source riêng, rồi bác bỏ bằng --source.`,
    noVerdicts: (path) => `${path}: không dòng nào có kết luận.`,
  },
  en: {
    judged: judged('en'),
    refused: refused('en'),
    more: (count) => `… and ${count} more`,
    summary: (judged, unchanged, refused) =>
      `${judged} new verdicts, ${unchanged} known already, ${refused} not taken`,
    dryRun: 'Nothing was written. --apply writes.',
    nothingWritten: 'Nothing was written: mend the lines above, then run this again.',
    blocked: 'The tables have errors; mend them with npm run check, then run this again.',
    written: (path) => `Wrote ${path}`,
    noIds: (path) =>
      `${path}: there is no column id. A list without ids of the dictionary is imported first, under a --source of its own, and then rejected with --source.`,
    noVerdicts: (path) => `${path}: no row has a verdict.`,
  },
}
