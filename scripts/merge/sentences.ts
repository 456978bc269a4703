import type { Conflict } from '../../src/merge/conflict'
import type { Renumbered } from '../../src/merge/numbers'
import type { Unsettled } from '../../src/merge/resolve'
import type { ProblemLanguage } from '../print-problems'

/** What the command says, but for problems of the tables. */
export interface Sentences {
  readonly brought: (table: string, added: number, changed: number, removed: number) => string
  readonly renumbered: (file: string, renumbered: Renumbered) => string
  readonly conflict: (conflict: Conflict, headword: string) => string
  readonly unsettled: (unsettled: Unsettled) => string
  readonly conflicts: (count: number) => string
  /** Conflicts were written to a file that stands in a folder. */
  readonly settleThem: (file: string, folder: string) => string
  /** `command`: what gives the rows of theirs other ids. */
  readonly sameIds: (command: string) => string
  readonly written: (path: string) => string
  readonly notWritten: string
  readonly settled: (count: number, left: number) => string
  readonly installed: (command: string) => string
  readonly notThere: (path: string) => string
  readonly notEmpty: (path: string) => string
  readonly notBoth: string
  readonly noMerge: string
  readonly oursLeft: (path: string) => string
  readonly git: (message: string) => string
}

export const SENTENCES: Readonly<Record<ProblemLanguage, Sentences>> = {
  vi: {
    brought: (table, added, changed, removed) =>
      `${table}: thêm ${added} dòng, sửa ${changed} dòng, bỏ ${removed} dòng`,
    renumbered: (file, { id, column, before, after }) =>
      `${file} ${column}: dòng mới ${id} của bên kia đổi từ ${before} thành ${after} vì ${before} đã có người dùng`,
    conflict: ({ kind, id, base, ours, theirs }, headword) => {
      const which = headword === '' ? id : `${id} (${headword})`
      if (kind === 'field')
        return `${which}: trước là ${quoted(base)}, ta sửa thành ${quoted(ours)}, bên kia sửa thành ${quoted(theirs)}`
      if (kind === 'same-id') return `${which}: hai bên cùng thêm dòng mới mang mã này`
      return ours === ''
        ? `${which}: ta đã bỏ dòng này, nhưng bên kia vẫn sửa hoặc còn cần đến nó`
        : `${which}: bên kia đã bỏ dòng này, nhưng ta vẫn sửa hoặc còn cần đến nó`
    },
    unsettled: ({ reason, given }) => {
      switch (reason) {
        case 'no-table':
          return `không có bảng "${given}" trong thư mục này`
        case 'no-row':
          return `không còn dòng nào mang mã "${given}"; hãy xoá dòng này khỏi tệp`
        case 'no-column':
          return `bảng không có cột "${given}"`
        case 'changed-since':
          return `ô này đã được sửa sau khi gộp, nay là ${quoted(given)}; hãy xem lại, rồi chép giá trị nay vào cột ours hoặc xoá dòng này khỏi tệp`
        case 'not-a-value':
          return `không dùng được ${quoted(given)} ở đây; hãy viết ours, theirs hoặc một giá trị hợp lệ`
      }
    },
    conflicts: (count) => `${count} chỗ hai bên sửa khác nhau, tạm giữ như của ta`,
    settleThem: (file, folder) =>
      `Mở ${file}, điền cột resolved (ours: giữ của ta; theirs: lấy của bên kia; hoặc viết chính nội dung muốn có), rồi chạy: npm run merge -- --resolve ${file} --into ${folder}`,
    sameIds: (command) =>
      `Hai bên cùng thêm mục mới và dùng trùng mã: có thể để máy cấp mã khác cho các dòng của bên kia bằng ${command}`,
    written: (path) => `Đã ghi ${path}`,
    notWritten:
      'Chưa ghi gì. Thêm --apply để ghi vào thư mục của ta, hoặc --out để ghi ra chỗ khác.',
    settled: (count, left) => `Đã giải quyết ${count} chỗ, còn ${left} chỗ`,
    installed: (command) => `git từ nay gộp các bảng CSV bằng: ${command}`,
    notThere: (path) => `Không có ${path}`,
    notEmpty: (path) => `${path} không trống; hãy chọn thư mục mới`,
    notBoth: 'BASE, OURS và THEIRS phải cùng là thư mục hoặc cùng là tệp',
    noMerge: 'git đang không gộp nhánh nào (không có MERGE_HEAD)',
    oursLeft: (path) =>
      `${path}: không gộp được, tệp vẫn như của ta. Xem tệp của bên kia bằng: git show MERGE_HEAD:${path}`,
    git: (message) => `git: ${message}`,
  },
  en: {
    brought: (table, added, changed, removed) =>
      `${table}: ${added} rows added, ${changed} changed, ${removed} removed`,
    renumbered: (file, { id, column, before, after }) =>
      `${file} ${column}: the other side's new row ${id} went from ${before} to ${after}, as ${before} is taken`,
    conflict: ({ kind, id, base, ours, theirs }, headword) => {
      const which = headword === '' ? id : `${id} (${headword})`
      if (kind === 'field')
        return `${which}: it was ${quoted(base)}, we made it ${quoted(ours)}, the other side made it ${quoted(theirs)}`
      if (kind === 'same-id') return `${which}: both sides added a new row with this id`
      return ours === ''
        ? `${which}: we removed this row, but the other side changed it or needs it`
        : `${which}: the other side removed this row, but we changed it or need it`
    },
    unsettled: ({ reason, given }) => {
      switch (reason) {
        case 'no-table':
          return `there is no table "${given}" in this folder`
        case 'no-row':
          return `no row has the id "${given}" any more; delete this line`
        case 'no-column':
          return `the table has no column "${given}"`
        case 'changed-since':
          return `this was changed after the merge and is now ${quoted(given)}; look at it again, then copy what it is now into the column ours, or delete this line`
        case 'not-a-value':
          return `${quoted(given)} cannot be used here; write ours, theirs or a value that fits`
      }
    },
    conflicts: (count) => `${count} conflicts, for now as we have it`,
    settleThem: (file, folder) =>
      `Open ${file}, fill in the column resolved (ours, theirs, or the text itself), then run: npm run merge -- --resolve ${file} --into ${folder}`,
    sameIds: (command) =>
      `Both sides added rows under the same ids: have the other side's rows given other ids with ${command}`,
    written: (path) => `Wrote ${path}`,
    notWritten: 'Nothing was written. --apply writes into our folder, --out somewhere else.',
    settled: (count, left) => `${count} conflicts settled, ${left} left`,
    installed: (command) => `git now merges the CSV tables with: ${command}`,
    notThere: (path) => `There is no ${path}`,
    notEmpty: (path) => `${path} is not empty; name a new folder`,
    notBoth: 'BASE, OURS and THEIRS must all be folders or all be files',
    noMerge: 'git is not merging anything (there is no MERGE_HEAD)',
    oursLeft: (path) =>
      `${path}: could not be merged and is as we have it. See the other side's with: git show MERGE_HEAD:${path}`,
    git: (message) => `git: ${message}`,
  },
}

const quoted = (text: string): string => (text === '' ? '∅' : `"${text}"`)
