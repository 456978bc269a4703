import type { ReviewState } from '../../lexicon/review'

const REVIEW_STATES: Readonly<Record<ReviewState, string>> = {
  attested: 'có trong tài liệu đã công bố',
  draft: 'chưa kiểm chứng',
  reviewed: 'người bản ngữ đã xác nhận',
  rejected: 'đã bị bác bỏ',
}

/** The few texts that the first answer needs, in Vietnamese: they come with the app itself. */
export const viFirst = {
  /** Whether English glosses are shown unasked. */
  showsEnglish: false,
  languageName: (named: { readonly nameVi: string; readonly nameEn: string }) => named.nameVi,
  hero: 'Từ điển Ba\u00a0Na, Gia\u00a0Rai, Xơ\u00a0Đăng, Giẻ-Triêng',
  search: 'Tra từ',
  placeholder: 'Gõ từ cần tra',
  clear: 'Xoá chữ đã gõ',
  searchIn: 'Tìm trong',
  all: 'Tất cả',
  results: 'Kết quả',
  hits: (count: number, hasMore: boolean) =>
    count === 0 ? 'Không có kết quả' : `${hasMore ? 'Hơn ' : ''}${count} kết quả`,
  near: 'Gần giống',
  arriving: (names: string) => `Đang tải ${names}: kết quả có thể chưa đủ.`,
  reviewState: REVIEW_STATES,
}

export type FirstTexts = typeof viFirst
