const number = (count: number): string => count.toLocaleString('vi')

/** Texts in Vietnamese. */
export const viClipReview = {
  title: 'Duyệt bản ghi âm',
  linkDetail: 'dành cho người biết tiếng: nghe và cho biết đúng hay sai',
  opening: 'Đang mở…',
  intro:
    'Người biết tiếng nghe từng bản ghi âm mới rồi cho biết đúng hay sai. Bản ghi âm được duyệt mới có trong từ điển cho mọi người.',
  noDictionary: 'Trên máy chưa có từ điển này.',
  noDictionaryHelp: 'Hãy tải từ điển trong Thư viện rồi trở lại đây.',
  count: (waiting: number, judged: number) =>
    [
      waiting === 0
        ? 'Không còn bản ghi âm nào chờ duyệt.'
        : `${number(waiting)} bản ghi âm chờ duyệt.`,
      judged > 0 && `Đã duyệt ${number(judged)} trên máy này.`,
    ]
      .filter(Boolean)
      .join(' '),
  draftsHidden: 'Bản nháp đang ẩn.',
  draftsHelp:
    'Bản ghi âm chờ duyệt nằm trong phần chưa kiểm chứng của từ điển, hiện đang ẩn. Hãy mở phần ấy để nghe.',
  draftsComing: 'Đang lấy phần chưa kiểm chứng…',
  showDrafts: 'Hiện phần chưa kiểm chứng',
  none: 'Không có bản ghi âm nào chờ duyệt.',
  noneHelp:
    'Bản ghi âm mới mà ban biên tập đưa vào từ điển sẽ có ở đây sau khi cập nhật từ điển trong Thư viện.',
  reviewer: 'Tên người duyệt',
  reviewerHelp: 'Tên hoặc chữ viết tắt, ghi cùng mỗi lời duyệt trong từ điển.',
  reviewerMissing: 'Hãy ghi tên hoặc chữ viết tắt của người duyệt.',
  begin: 'Bắt đầu nghe',
  progress: (at: number, total: number) => `Bản ${number(at)}/${number(total)}`,
  listen: 'Nghe',
  slowly: 'Nghe chậm',
  openEntry: 'Xem mục từ',
  question: 'Người nói đọc có đúng từ này không?',
  listenFirst: 'Hãy nghe trước khi duyệt.',
  said: { reviewed: 'Đã duyệt: đúng.', rejected: 'Đã duyệt: sai.' },
  right: 'Đúng',
  wrong: 'Sai',
  skip: 'Bỏ qua',
  back: 'Bản trước',
  end: 'Nghỉ',
  keys: 'Phím: dấu cách nghe · 1 đúng · 2 sai · 3 bỏ qua · ← bản trước · Esc nghỉ',
  why: 'Sai ở chỗ nào?',
  reasons: [
    'Đọc từ khác',
    'Đọc chưa đúng',
    'Không phải phương ngữ này',
    'Nghe không rõ',
    'Bị mất đầu hoặc cuối',
  ] as readonly string[],
  otherReason: 'Lý do khác',
  saveReason: 'Ghi là sai',
  notWrong: 'Không, trở lại',
  judged: 'Đã duyệt trên máy này',
  takeBack: 'Rút lại',
  takeBackOf: (headword: string) => `Rút lại lời duyệt: ${headword}`,
  takeBackHelp:
    'Rút lại thì lời duyệt bị xoá khỏi máy này. Lời duyệt đã gửi đi rồi thì hãy báo cho ban biên tập.',
  allSent: (count: number) => `Đã xuất cả ${number(count)} lời duyệt.`,
  sendHelp:
    'Lời duyệt chỉ nằm trên máy này cho đến khi gửi tệp cho ban biên tập. Bản ghi âm chưa gửi của tiếng này, nếu có, cũng nằm trong tệp ấy.',
}

export type ClipReviewTexts = typeof viClipReview
