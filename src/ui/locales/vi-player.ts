import type { PlayFault } from '../../app/clips/player'
import type { Fault } from '../../app/notices'

/** Who speaks: what is known of a recording, its parts as they are shown. */
interface Voice {
  /** Of the form that is spoken. */
  readonly text: string
  readonly speaker: string | undefined
  readonly place: string | undefined
}

const voice = ({ text, speaker, place }: Voice): string =>
  [`“${text}”`, speaker && `giọng ${speaker}`, place].filter(Boolean).join(', ')

/** Texts in Vietnamese. */
export const viPlayer = {
  title: 'Nghe',
  listen: (of: Voice) => `Nghe ${voice(of)}`,
  slowly: (of: Voice) => `Nghe chậm ${voice(of)}`,
  thrice: (of: Voice) => `Nghe ba lần ${voice(of)}`,
  /** Beside a button's label, as its tooltip. */
  key: (label: string, key: string) => `${label} (phím ${key})`,
  more: (count: number, varieties: string) => `${count} bản ghi âm khác: ${varieties}`,
  unnamed: 'Người nói không ghi tên',
  says: 'đọc:',
  /** Year, month and day as far as they are known: `2026-11-22`, `2026-11`, `2026`. */
  date: (iso: string) => iso.split('-').reverse().map(withoutZero).join('/'),
  elsewhere: 'ghi ở nơi khác, chỉ để so sánh',
  loading: 'Đang tải bản ghi âm…',
  none: 'Chưa có bản ghi âm.',
  record: 'Ghi âm từ này',
  notHere:
    'Bản ghi âm này chưa có trên máy. Nối mạng rồi nghe, hoặc tải gói âm thanh trong Thư viện.',
  library: 'Mở Thư viện',
  fault: (fault: PlayFault, common: (fault: Fault) => string): string => {
    switch (fault.kind) {
      case 'not-on-device':
      case 'offline':
        return viPlayer.notHere
      case 'unplayable':
        return 'Trình duyệt không phát được bản ghi âm này. Hãy cập nhật trình duyệt, hoặc gỡ gói âm thanh rồi tải lại trong Thư viện.'
      case 'blocked':
        return 'Trình duyệt chưa cho phát tiếng. Hãy chạm nút nghe lần nữa.'
      case 'not-found':
        return 'Máy chủ không có bản ghi âm này. Hãy cập nhật từ điển trong Thư viện rồi nghe lại.'
      case 'damaged':
        return 'Bản ghi âm tải về bị hỏng nên không giữ lại. Hãy chạm nút nghe để tải lại.'
      case 'storage-full':
        return 'Máy hết chỗ trống nên không giữ được bản ghi âm. Hãy xoá bớt ảnh, phim rồi nghe lại.'
      default:
        return common(fault)
    }
  },
}

export type PlayerTexts = typeof viPlayer

const withoutZero = (part: string): string => part.replace(/^0/, '')
