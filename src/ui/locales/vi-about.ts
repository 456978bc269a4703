import type { Confidence } from '../../lexicon/variety'

/** Texts of the pages about a language, in Vietnamese. */
export const viAbout = {
  title: (language: string) => `Về tiếng ${language}`,
  autonyms: 'Tên tự gọi',
  codes: 'Mã quốc tế',
  counts: 'Trong từ điển này',
  count: {
    entries: 'mục từ',
    spellings: 'cách viết',
    forms: 'dạng từ',
    senses: 'nghĩa',
    concepts: 'khái niệm',
    examples: 'câu ví dụ',
    clips: 'bản ghi âm',
    draftForms: 'dạng chưa kiểm chứng',
    draftSenses: 'nghĩa chưa kiểm chứng',
  },
  release: 'Bản',
  alphabet: 'Bảng chữ cái',
  letter: 'chữ cái',
  auxiliary: 'chữ dùng thêm',
  marked: 'chữ có dấu giọng',
  varieties: 'Vùng và nhóm',
  recordedElsewhere: 'ghi ở nơi khác, chỉ để so sánh',
  noPlace: 'nguồn không ghi nơi',
  countedUnder: (languages: string) => `được tính vào ${languages}`,
  standsIn: (language: string) => `xem ở từ điển ${language}`,
  practices: 'Các lối viết',
  equivalences: 'Các cách viết được coi là gần nhau',
  pairs: (count: number) => `${count} cặp`,
  equivalencesHelp: 'Tra theo cách viết nào cũng ra. Số càng nhỏ thì càng coi là giống nhau.',
  open: 'Điều chưa rõ',
  sources: 'Nguồn và giấy phép',
  confidence: {
    high: 'chắc chắn',
    medium: 'khá chắc',
    low: 'chưa chắc, cần người bản ngữ xác nhận',
  } satisfies Record<Confidence, string>,
  browse: 'Xem theo bảng chữ cái',
}

export type AboutTexts = typeof viAbout
