import type { Fault } from '../../app/notices'
import { unreachable } from '../../lexicon/result'
import { viFirst } from './vi-first'

/** Texts of the frame around every page, in Vietnamese. */
export const vi = {
  ...viFirst,
  code: 'vi',
  appName: 'Rông',
  title: 'Rông – Từ điển Ba Na, Gia Rai, Xơ Đăng, Giẻ-Triêng',

  skip: 'Đến nội dung chính',
  navigation: 'Các trang chính',
  home: 'Tra từ',
  browse: 'Duyệt',
  favourites: 'Đã lưu',
  library: 'Thư viện',
  settings: 'Cài đặt',
  back: 'Quay lại',
  opening: 'Đang mở…',

  showMore: 'Hiện thêm',
  tryAll: 'Tìm trong cả bốn tiếng',
  searchContent: 'Tìm trong toàn bộ nội dung',
  hitsIn: (names: string) => `Chữ này trong tiếng ${names}`,
  hitsByVietnamese: 'Nghĩa tiếng Việt',
  hitsByEnglish: 'Nghĩa tiếng Anh',
  otherHits: 'Kết quả khác',

  nothing: (query: string) => `Không tìm thấy “${query}”.`,
  nothingHelp: 'Hãy gõ ít chữ hơn, bỏ dấu, hoặc gõ nghĩa tiếng Việt.',
  nowhere: 'Từ điển chưa có từ này.',
  answersElsewhere: (counts: string) => `Có trong tiếng khác: ${counts}.`,
  draftsAnswer: (counts: string) => `Có từ chưa kiểm chứng khớp với chữ này: ${counts}.`,
  showDrafts: 'Hiện cả từ chưa kiểm chứng',
  notOnDevice: (names: string) => `Từ điển ${names} chưa có trên máy này.`,
  beginningAnswers: 'Có từ giống phần đầu của chữ này.',
  askFor: (query: string) => `Tìm “${query}”`,
  missNoted: 'Đã ghi vào danh sách trên máy này:',
  misses: 'Từ chưa có',
  nearElsewhere: 'Gần giống, trong tiếng khác',
  byFirstLetter: 'Xem theo chữ cái đầu',
  vietnamese: 'nghĩa tiếng Việt',

  letters: 'Chữ đặc biệt',
  putMark: (mark: string) => `Thêm dấu ${mark} cho chữ vừa gõ`,

  entries: (count: number) => `${count.toLocaleString('vi')} mục từ`,
  wordOfTheDay: 'Từ của hôm nay',
  byAlphabet: 'Xem theo bảng chữ cái',
  topics: 'Chủ đề',

  close: 'Đóng',
  retry: 'Thử lại',
  memoryOnly:
    'Trình duyệt không cho lưu trên máy này. Vẫn tra từ được, nhưng khi đóng trang thì mọi thứ sẽ mất. Hãy tắt chế độ ẩn danh, hoặc cho phép trang này lưu dữ liệu.',
  copied: 'Đã chép.',
  copyFailed: 'Trình duyệt không cho chép. Hãy bôi đen chữ rồi chép bằng tay.',
  shareFailed: 'Không chia sẻ được. Hãy chép địa chỉ trang rồi gửi.',
  appUpdate: 'Đã có bản mới của Rông.',
  useAppUpdate: 'Dùng bản mới',
  crash: 'Rông gặp lỗi và không hiện được trang này.',
  crashHelp: 'Hãy tải lại trang. Nếu vẫn lỗi, xin chép báo cáo dưới đây gửi cho người làm từ điển.',
  copyReport: 'Chép báo cáo',
  reload: 'Tải lại trang',
  fault: (fault: Fault): string => {
    switch (fault.kind) {
      case 'offline':
        return 'Không có mạng nên chưa tải được từ điển. Hãy nối mạng rồi thử lại.'
      case 'not-found':
        return `Máy chủ không có tệp ${fault.address}. Hãy thử lại sau; nếu vẫn vậy, xin báo cho người quản lý trang.`
      case 'damaged':
        return `Tệp tải về bị hỏng (${fault.what}). Bản đang có vẫn dùng được. Hãy thử tải lại.`
      case 'stopped':
        return 'Đã dừng tải. Khi muốn tải tiếp, hãy vào trang Thư viện.'
      case 'storage-blocked':
        return 'Trình duyệt không cho lưu dữ liệu. Hãy tắt chế độ ẩn danh, hoặc cho phép trang này lưu dữ liệu.'
      case 'storage-full':
        return 'Máy hết chỗ trống nên chưa lưu được từ điển. Vẫn tra được đến khi đóng trang. Hãy xoá bớt ảnh, phim rồi tải lại.'
      case 'storage-lost':
        return 'Dữ liệu đã lưu trên máy bị mất. Hãy nối mạng và tải lại từ điển.'
      case 'storage-broken':
        return `Không đọc hoặc ghi được dữ liệu trên máy (${fault.reason}). Hãy đóng các thẻ Rông khác rồi mở lại trang.`
      case 'pack-too-new':
        return 'Gói từ điển này cần bản Rông mới hơn. Hãy nối mạng rồi tải lại trang.'
      case 'not-a-pack':
        return 'Tệp này không phải gói từ điển Rông. Hãy chọn tệp có đuôi .rong.'
      case 'pack-cut-short':
        return 'Gói từ điển bị thiếu, có lẽ chưa chép xong. Hãy tải lại.'
      case 'pack-damaged':
        return `Gói từ điển bị hỏng (${fault.what}). Hãy tải lại.`
      case 'not-here-yet':
        return 'Phần này của từ điển chưa tải xong. Hãy đợi một chút, hoặc vào trang Thư viện để tải tiếp.'
      default:
        return unreachable(fault)
    }
  },
}

export type Texts = typeof vi
