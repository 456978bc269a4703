import type { ChangeLineFault, ChangeSetFault } from '../../src/formats/change-set'
import type { ChangeFault } from '../../src/merge/plan-changes'
import type { ProblemLanguage } from '../print-problems'
import { VERDICT_FAULTS } from '../review/sentences'

/** A sentence for every member of a union, by its kind. */
type ByKind<Fault extends { readonly kind: string }> = {
  readonly [Kind in Fault['kind']]: (fault: OfKind<Fault, Kind>) => string
}
type OfKind<Fault, Kind> = Fault extends { readonly kind: infer Own }
  ? Kind extends Own
    ? Fault
    : never
  : never

/** What the import of change sets says, in one language. */
export interface ChangeSentences {
  readonly faults: ByKind<ChangeSetFault>
  readonly lines: ByKind<ChangeLineFault>
  readonly refusals: ByKind<ChangeFault>
  readonly read: (file: string, changes: number, day: string, base: string | undefined) => string
  readonly counts: (added: number, judged: number, unchanged: number, refused: number) => string
  readonly unlisted: (paths: string) => string
  readonly speaker: (line: number, reason: string) => string
  readonly more: (count: number) => string
  readonly wrongLanguage: (found: string, wanted: string) => string
  readonly onlyInto: string
  readonly noFile: (file: string) => string
  readonly blocked: string
  readonly dryRun: string
  readonly upToDate: string
  readonly written: (folder: string) => string
  readonly originals: (folder: string) => string
  readonly refusedFile: (file: string) => string
  readonly reportFile: (file: string) => string
  readonly columns: readonly string[]
  readonly outcomes: Readonly<Record<'added' | 'judged' | 'unchanged' | 'refused', string>>
}

const vi: ChangeSentences = {
  faults: {
    'not-a-change-set': () =>
      'đây không phải là tệp .rong-changes. Hãy lấy tệp mà ứng dụng Rông đã xuất ra.',
    'too-new': ({ found, supported }) =>
      `tệp do bản Rông mới hơn làm ra (phiên bản ${found}, bản này đọc được đến ${supported}). Hãy cập nhật dự án rồi nhập lại.`,
    damaged: ({ what }) =>
      `tệp bị hỏng hoặc chép chưa hết (${what}). Hãy xin người gửi gửi lại; bản gốc vẫn còn trong máy của họ.`,
    'unsafe-path': ({ path }) =>
      `tệp có đường dẫn dẫn ra ngoài thư mục (${path}). Không mở tệp này; hãy xin bản xuất thẳng từ ứng dụng.`,
    'too-large': ({ detail }) =>
      `tệp lớn quá mức cho phép (${detail}). Hãy xin người gửi xuất thành nhiều tệp nhỏ hơn.`,
  },
  lines: {
    'not-json': () => 'dòng này không đọc được (không phải JSON)',
    'line-too-long': () => 'dòng này quá dài',
    'unknown-op': ({ given }) => `không rõ thao tác "${given}"`,
    'unknown-table': ({ given }) => `không có bảng "${given}"`,
    'unknown-field': ({ field }) => `không có trường "${field}"`,
    'wrong-value': ({ field }) => `trường "${field}" thiếu hoặc không đúng kiểu`,
  },
  refusals: {
    unreadable: ({ fault }) => `${lineSentence(vi, fault)}. Hãy hỏi người đã gửi tệp.`,
    'not-taken-yet': ({ op, table }) =>
      `bản này chưa nhận thay đổi kiểu ${op} ở bảng ${table}; dòng được giữ lại cho bản sau.`,
    missing: ({ field }) => `thiếu ${field}.`,
    'bad-date': ({ given }) => `"${given}" không phải là ngày; cần viết năm-tháng-ngày.`,
    'bad-birth-year': ({ given }) => `"${given}" không phải là năm sinh.`,
    'unknown-entry': ({ given }) =>
      `từ điển không có mục từ ${given}. Có lẽ tệp làm trên bản khác; hãy so lại mã.`,
    'retired-entry': ({ given, successor }) => retiredVi('mục từ', given, successor),
    'unknown-form': ({ given }) =>
      `từ điển không có dạng ${given}. Có lẽ tệp làm trên bản khác; hãy so lại mã.`,
    'retired-form': ({ given, successor }) => retiredVi('dạng', given, successor),
    'form-of-another': ({ given, entry }) => `dạng ${given} nay thuộc mục từ ${entry}.`,
    'unknown-variety': ({ given, known }) =>
      `không có phương ngữ "${given}" trong varieties.csv (${known.join(', ')}).`,
    'unknown-licence': ({ given, known }) =>
      `giấy phép "${given}" không dùng được; được dùng: ${known.join(', ')}.`,
    'unknown-speaker': ({ given }) =>
      `không rõ ai nói ("${given}" không có trong speakers.jsonl) nên không có sự đồng ý. Không có sự đồng ý thì không nhận.`,
    'other-speaker': ({ given, agreed }) =>
      `bản ghi ghi tên "${given}" nhưng người đồng ý là "${agreed}". Hãy hỏi lại người gửi ai đã nói.`,
    'not-agreed': ({ given, agreed }) =>
      `bản ghi nêu giấy phép ${given} nhưng người nói chỉ đồng ý ${agreed}.`,
    'recording-damaged': ({ path }) =>
      `${path} bị hỏng hoặc thiếu. Hãy xin người gửi xuất lại; bản gốc vẫn còn trong máy của họ.`,
    'not-mastered': ({ path }) => `${path} không dùng được làm bản ghi âm (lí do ở trên).`,
    'recording-of-another': ({ media, entry }) =>
      `chính bản ghi này đã có: ${media}, của mục từ ${entry}. Hãy nghe lại và ghi từ kia lần nữa.`,
    'other-recording': ({ subject }) =>
      `kết luận nói về một bản ghi khác với ${subject} hiện có. Hãy nghe lại bản hiện có.`,
    verdict: ({ fault, detail }) => `${VERDICT_FAULTS.vi[fault](detail)}.`,
  },
  read: (file, changes, day, base) =>
    `${file}: ${changes} thay đổi, làm ngày ${day}${base === undefined ? '' : ` trên bản ${base}`}.`,
  counts: (added, judged, unchanged, refused) =>
    `${added} bản ghi âm mới, ${judged} kết luận mới, ${unchanged} đã có, ${refused} không nhận được`,
  unlisted: (paths) => `Bỏ qua tệp không thuộc bản xuất: ${paths}`,
  speaker: (line, reason) => `speakers.jsonl:${line}: ${reason}`,
  more: (count) => `… và ${count} dòng nữa (xem đủ bằng --report TỆP)`,
  wrongLanguage: (found, wanted) =>
    `tệp này là của ${found}, không phải ${wanted}. Hãy nêu --language ${found} --into data/${found}.`,
  onlyInto:
    '--format rong-changes: tệp chỉ bổ sung cho từ điển đang có. Hãy nêu --into THƯ_MỤC, ví dụ data/ba-na.',
  noFile: (file) => `${file}: không có tệp này.`,
  blocked: 'Không nhập được gì. Dữ liệu còn nguyên.',
  dryRun: 'Đây là chạy thử, chưa ghi gì. Thêm --apply để ghi.',
  upToDate: 'Không có gì để ghi.',
  written: (folder) =>
    `Đã ghi vào ${folder}. Bản ghi mới là bản nháp cho đến khi được nghe và duyệt.`,
  originals: (folder) => `Bản gốc và lời đồng ý (không đưa vào từ điển): ${folder}`,
  refusedFile: (file) => `Những dòng không nhận được, kèm lí do và bản ghi: ${file}`,
  reportFile: (file) => `Báo cáo đầy đủ: ${file}`,
  columns: ['Tệp', 'Dòng', 'Kết quả', 'Mục từ', 'Mã', 'Người nói', 'Lí do'],
  outcomes: {
    added: 'bản ghi mới',
    judged: 'kết luận mới',
    unchanged: 'đã có',
    refused: 'không nhận được',
  },
}

const en: ChangeSentences = {
  faults: {
    'not-a-change-set': () =>
      'this is no .rong-changes file. Take the file that the Rông app exported.',
    'too-new': ({ found, supported }) =>
      `made by a later Rông (version ${found}, this one reads up to ${supported}). Bring the project up to date and import it again.`,
    damaged: ({ what }) =>
      `damaged, or not copied to its end (${what}). Ask for it once more; the original is still on the sender's device.`,
    'unsafe-path': ({ path }) =>
      `has a path that leads outside (${path}). It is not opened; ask for a file straight from the app.`,
    'too-large': ({ detail }) =>
      `larger than is allowed (${detail}). Ask the sender to export it in several files.`,
  },
  lines: {
    'not-json': () => 'this line cannot be read (no JSON)',
    'line-too-long': () => 'this line is too long',
    'unknown-op': ({ given }) => `there is no operation "${given}"`,
    'unknown-table': ({ given }) => `there is no table "${given}"`,
    'unknown-field': ({ field }) => `there is no field "${field}"`,
    'wrong-value': ({ field }) => `the field "${field}" is missing or not of its kind`,
  },
  refusals: {
    unreadable: ({ fault }) => `${lineSentence(en, fault)}. Ask who sent the file.`,
    'not-taken-yet': ({ op, table }) =>
      `this version does not take changes of the kind ${op} in ${table} yet; the line is kept for a later one.`,
    missing: ({ field }) => `${field} is missing.`,
    'bad-date': ({ given }) => `"${given}" is no date; year-month-day is wanted.`,
    'bad-birth-year': ({ given }) => `"${given}" is no year of birth.`,
    'unknown-entry': ({ given }) =>
      `the dictionary has no entry ${given}. The file may have been made on another release; compare the id.`,
    'retired-entry': ({ given, successor }) => retiredEn('entry', given, successor),
    'unknown-form': ({ given }) =>
      `the dictionary has no form ${given}. The file may have been made on another release; compare the id.`,
    'retired-form': ({ given, successor }) => retiredEn('form', given, successor),
    'form-of-another': ({ given, entry }) => `the form ${given} now belongs to the entry ${entry}.`,
    'unknown-variety': ({ given, known }) =>
      `there is no variety "${given}" in varieties.csv (${known.join(', ')}).`,
    'unknown-licence': ({ given, known }) =>
      `the licence "${given}" cannot be used; use one of ${known.join(', ')}.`,
    'unknown-speaker': ({ given }) =>
      `nobody knows who speaks ("${given}" is not in speakers.jsonl), so there is no consent. Without a consent nothing is taken.`,
    'other-speaker': ({ given, agreed }) =>
      `the recording names "${given}", but who agreed is "${agreed}". Ask the sender who speaks.`,
    'not-agreed': ({ given, agreed }) =>
      `the recording says ${given}, but the speaker agreed to ${agreed} only.`,
    'recording-damaged': ({ path }) =>
      `${path} is damaged or missing. Ask for a new export; the original is still on the sender's device.`,
    'not-mastered': ({ path }) => `${path} cannot be used as a recording (the reason is above).`,
    'recording-of-another': ({ media, entry }) =>
      `this very recording is there already: ${media}, of the entry ${entry}. Listen to it, and record the other word again.`,
    'other-recording': ({ subject }) =>
      `the verdict is about another recording than ${subject} is now. Listen to the present one.`,
    verdict: ({ fault, detail }) => `${VERDICT_FAULTS.en[fault](detail)}.`,
  },
  read: (file, changes, day, base) =>
    `${file}: ${changes} changes, made on ${day}${base === undefined ? '' : ` on release ${base}`}.`,
  counts: (added, judged, unchanged, refused) =>
    `${added} new recordings, ${judged} new verdicts, ${unchanged} known already, ${refused} not taken`,
  unlisted: (paths) => `Passed over, as no part of the export: ${paths}`,
  speaker: (line, reason) => `speakers.jsonl:${line}: ${reason}`,
  more: (count) => `… and ${count} more lines (all of them with --report FILE)`,
  wrongLanguage: (found, wanted) =>
    `this file is of ${found}, not ${wanted}. Name --language ${found} --into data/${found}.`,
  onlyInto:
    '--format rong-changes: such a file adds to a dictionary that is there. Name --into DIR, as data/ba-na.',
  noFile: (file) => `${file}: there is no such file.`,
  blocked: 'Nothing can be imported. The data are untouched.',
  dryRun: 'This was a dry run; nothing was written. --apply writes.',
  upToDate: 'There is nothing to write.',
  written: (folder) =>
    `Wrote ${folder}. New recordings are drafts until somebody has heard and reviewed them.`,
  originals: (folder) => `Originals and consents (no part of the dictionary): ${folder}`,
  refusedFile: (file) => `What was not taken, with reasons and recordings: ${file}`,
  reportFile: (file) => `Full report: ${file}`,
  columns: ['File', 'Line', 'Outcome', 'Headword', 'ID', 'Speaker', 'Reason'],
  outcomes: {
    added: 'new recording',
    judged: 'new verdict',
    unchanged: 'known already',
    refused: 'not taken',
  },
}

export const CHANGE_SENTENCES: Readonly<Record<ProblemLanguage, ChangeSentences>> = { vi, en }

export const refusalSentence = (say: ChangeSentences, fault: ChangeFault): string =>
  say.refusals[fault.kind](fault as never)

export const fileSentence = (say: ChangeSentences, fault: ChangeSetFault): string =>
  say.faults[fault.kind](fault as never)

export const lineSentence = (say: ChangeSentences, fault: ChangeLineFault): string =>
  say.lines[fault.kind](fault as never)

const retiredVi = (what: string, given: string, successor: string | undefined): string =>
  successor === undefined
    ? `${what} ${given} đã thôi dùng.`
    : `${what} ${given} đã thôi dùng, nay là ${successor}. Hãy nghe xem bản ghi có đúng với ${successor} không rồi sửa mã.`

const retiredEn = (what: string, given: string, successor: string | undefined): string =>
  successor === undefined
    ? `the ${what} ${given} is retired.`
    : `the ${what} ${given} is retired and is now ${successor}. Listen whether the recording fits ${successor}, and change the id.`
