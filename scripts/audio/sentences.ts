import type { MatchedBy } from '../../src/merge/match-recordings'
import type { ProblemLanguage } from '../print-problems'
import type { Outcome } from './outcomes'

/** What the command says. */
export interface Sentences {
  readonly outcomes: Readonly<Record<Outcome, string>>
  readonly found: (files: number) => string
  readonly notFound: (path: string) => string
  readonly noFiles: (path: string) => string
  readonly guessed: (count: number) => string
  readonly ways: Readonly<Record<MatchedBy | 'list', string>>
  readonly more: (count: number) => string
  readonly warnings: (count: number) => string
  readonly listProblems: (count: number) => string
  readonly sizes: (clips: number, bytes: number, seconds: number) => string
  readonly quieter: (decibels: number) => string
  readonly blocked: string
  readonly blockedByChecks: string
  readonly dryRun: string
  readonly written: (folder: string, clips: number) => string
  readonly originals: (folder: string) => string
  readonly reportFile: (path: string) => string
  /** Headers of the report. */
  readonly columns: Readonly<Record<ReportColumn, string>>
}

export const REPORT_COLUMNS = [
  'file',
  'outcome',
  'entry',
  'headword',
  'gloss',
  'form',
  'by',
  'media',
  'speaker',
  'variety',
  'seconds',
  'level',
  'faults',
  'reason',
] as const
export type ReportColumn = (typeof REPORT_COLUMNS)[number]

const number = (value: number, digits: number, point: string): string =>
  value.toFixed(digits).replace('.', point)

export const SENTENCES: Readonly<Record<ProblemLanguage, Sentences>> = {
  vi: {
    outcomes: {
      taken: 'lấy được',
      known: 'đã có từ trước',
      several: 'có thể là nhiều mục từ',
      unmatched: 'chưa rõ là từ nào',
      twice: 'trùng nhau',
      refused: 'không lấy được',
    },
    found: (files) => `Đã xem ${files} tệp.`,
    notFound: (path) => `${path}: không có tệp hay thư mục này.`,
    noFiles: (path) => `${path}: không có tệp nào trong đó.`,
    guessed: (count) => `Tên không trùng hẳn, hãy xem lại ${count} tệp:`,
    ways: {
      id: 'mã',
      text: 'đúng chữ',
      letters: 'cùng chữ cái, khác cách gõ',
      reading: 'đọc theo phông cũ hoặc cách gõ',
      list: 'danh sách',
    },
    more: (count) => `… và ${count} tệp nữa, xem --report`,
    warnings: (count) => `Lấy được nhưng nên nghe lại: ${count} tệp`,
    listProblems: (count) => `Danh sách: ${count} dòng cần xem`,
    sizes: (clips, bytes, seconds) =>
      `${clips} bản ghi âm, ${Math.round(bytes / 1024)} KB, ${number(seconds, 0, ',')} giây: ${Math.round(bytes / Math.max(seconds, 0.01))} byte mỗi giây`,
    quieter: (decibels) =>
      `nhỏ hơn các bản khác ${number(decibels, 1, ',')} dB vì có tiếng đập quá to`,
    blocked: 'Bảng đang có lỗi; hãy sửa theo npm run check rồi chạy lại.',
    blockedByChecks: 'Chưa ghi gì: ghi vào thì bảng sẽ có các lỗi trên.',
    dryRun: 'Chưa ghi gì. Thêm --apply để ghi.',
    written: (folder, clips) => `Đã ghi ${clips} bản ghi âm vào ${folder}/media và media.csv`,
    originals: (folder) => `Tệp gốc được giữ ở ${folder}; hãy sao lưu thư mục này.`,
    reportFile: (path) => `Báo cáo: ${path}`,
    columns: {
      file: 'tệp',
      outcome: 'kết quả',
      entry: 'mã',
      headword: 'từ đầu mục',
      gloss: 'nghĩa',
      form: 'mã dạng',
      by: 'nhận ra bằng',
      media: 'mã bản ghi',
      speaker: 'người nói',
      variety: 'phương ngữ',
      seconds: 'giây',
      level: 'độ to khi ghi (dBFS)',
      faults: 'lỗi âm thanh',
      reason: 'điều cần làm',
    },
  },
  en: {
    outcomes: {
      taken: 'taken',
      known: 'known already',
      several: 'may be several entries',
      unmatched: 'of no known entry',
      twice: 'there twice',
      refused: 'refused',
    },
    found: (files) => `${files} files looked at.`,
    notFound: (path) => `${path}: there is no such file or folder.`,
    noFiles: (path) => `${path}: there is no file in it.`,
    guessed: (count) => `Names that are not quite the headword; look at these ${count}:`,
    ways: {
      id: 'id',
      text: 'text',
      letters: 'the same letters, typed otherwise',
      reading: 'read as an old encoding or as keys typed',
      list: 'list',
    },
    more: (count) => `… and ${count} more, see --report`,
    warnings: (count) => `Taken, but listen to them: ${count}`,
    listProblems: (count) => `The list: ${count} lines to look at`,
    sizes: (clips, bytes, seconds) =>
      `${clips} recordings, ${Math.round(bytes / 1024)} KB, ${number(seconds, 0, '.')} s: ${Math.round(bytes / Math.max(seconds, 0.01))} bytes a second`,
    quieter: (decibels) =>
      `${number(decibels, 1, '.')} dB quieter than the others, because of single loud peaks`,
    blocked: 'The tables have errors; mend them with npm run check, then run this again.',
    blockedByChecks: 'Nothing was written: the tables would have the errors above.',
    dryRun: 'Nothing was written. --apply writes.',
    written: (folder, clips) => `Wrote ${clips} recordings to ${folder}/media and media.csv`,
    originals: (folder) => `The files as they came are kept in ${folder}; back that folder up.`,
    reportFile: (path) => `Report: ${path}`,
    columns: {
      file: 'file',
      outcome: 'outcome',
      entry: 'entry',
      headword: 'headword',
      gloss: 'gloss',
      form: 'form',
      by: 'known by',
      media: 'recording',
      speaker: 'speaker',
      variety: 'variety',
      seconds: 'seconds',
      level: 'recorded level (dBFS)',
      faults: 'faults',
      reason: 'what to do',
    },
  },
}
