import type { ReviewState } from '../../lexicon/review'

const REVIEW_STATES: Readonly<Record<ReviewState, string>> = {
  attested: 'có trong tài liệu đã công bố',
  draft: 'chưa kiểm chứng',
  reviewed: 'người bản ngữ đã xác nhận',
  rejected: 'đã bị bác bỏ',
}

/** The few texts that the first answer needs, in Vietnamese: they come with the app itself. */
export const viFirst = {
  languageName: (named: { readonly nameVi: string; readonly nameEn: string }) => named.nameVi,
  search: 'Tra từ',
  placeholder: 'Gõ từ cần tra',
  clear: 'Xoá chữ đã gõ',
  searchIn: 'Tìm trong',
  all: 'Tất cả',
  results: 'Kết quả',
  hits: (count: number) => (count === 0 ? 'Không có kết quả' : `${count} kết quả`),
  near: 'Gần giống',
  nothing: (query: string) => `Không tìm thấy “${query}”.`,
  nothingHelp: 'Hãy gõ ít chữ hơn, bỏ dấu, hoặc gõ nghĩa tiếng Việt.',
  tryAll: 'Tìm trong cả bốn tiếng',
  arriving: (names: string) => `Từ điển ${names} còn đang tải về nên kết quả có thể chưa đủ.`,
  searchContent: 'Tìm trong toàn bộ nội dung',
  reviewState: REVIEW_STATES,
}

export type FirstTexts = typeof viFirst
