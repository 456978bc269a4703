import type { ProblemLanguage } from './print-problems'
import { bilingual, type Told } from './told'

/** The exit code of a command that the system refused, after it was told; anything else is a bug, and thrown on. */
export const refuseFault =
  (lang: ProblemLanguage) =>
  (fault: unknown): number => {
    const sentence = systemFault(fault)
    if (sentence === undefined) throw fault
    console.error(sentence[lang])
    return 1
  }

/**
 * What to do where the system refuses to read or write a file; undefined: it is no such fault.
 *
 *     full disk · read-only stick · no rights · a table that Excel holds open · a folder in the place of a file
 */
export const systemFault = (fault: unknown): Told | undefined => {
  if (!(fault instanceof Error) || !('code' in fault)) return undefined
  // What was to be written says more than what was to be read.
  const named = 'dest' in fault ? fault.dest : 'path' in fault ? fault.path : undefined
  const path = typeof named === 'string' ? `${named}: ` : ''
  switch (fault.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return bilingual(
        `${path}đĩa đã đầy. Hãy xoá bớt rồi chạy lại; bảng còn nguyên.`,
        `${path}the disk is full. Make room and run this again; the tables are as they were.`,
      )
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
    case 'EBUSY':
      return bilingual(
        `${path}không đọc hay ghi được ở đây. Hãy đóng chương trình đang mở tệp (Excel), hoặc chép sang chỗ ghi được, rồi chạy lại; bảng còn nguyên.`,
        `${path}cannot be read or written here. Close what has it open (Excel), or copy it to a place that can be written, and run this again; the tables are as they were.`,
      )
    case 'EISDIR':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ENOENT':
      return bilingual(
        `${path}chỗ này phải là tệp mà lại là thư mục, hay ngược lại, hoặc không còn. Hãy xem lại đường dẫn; bảng còn nguyên.`,
        `${path}a folder where a file should be, or the other way round, or gone. Look at the path again; the tables are as they were.`,
      )
    default:
      return undefined
  }
}
