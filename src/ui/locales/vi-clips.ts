import type { ClipError, ClipPlan } from '../../app/clips/clips'
import type { Fault } from '../../app/notices'

type Size = (bytes: number) => string

const count = (clips: number): string => `${clips.toLocaleString('vi')} bản ghi âm`

/** Texts of the library's recordings in Vietnamese. */
export const viClips = {
  title: 'Âm thanh',
  panel: (language: string) => `Âm thanh của từ điển ${language}`,
  none: 'Từ điển này chưa có bản ghi âm nào.',
  record: 'Ghi âm cho từ điển này',
  count,
  here: (clips: number, bytes: number, size: Size) =>
    clips === 0 ? 'Trên máy chưa có bản ghi âm nào.' : `Trên máy: ${count(clips)}, ${size(bytes)}.`,
  help: 'Đã tải về thì nghe được cả khi không có mạng.',
  chosen: (names: string) => `Bạn đã chọn: ${names}.`,
  missing: (bytes: number, size: Size) => `Phần đã chọn còn thiếu ${size(bytes)} trên máy.`,
  goOn: (bytes: number, size: Size) => `Tải tiếp ${size(bytes)}`,
  giveUp: 'Không tải nữa',
  choose: 'Chọn phần cần tải',
  all: 'Tất cả',
  topic: 'Một chủ đề',
  whichTopic: 'Chủ đề nào',
  grade: 'Một lớp',
  whichGrade: 'Lớp nào',
  gradeName: (grade: string) => `Lớp ${grade}`,
  saved: 'Các từ tôi đã lưu',
  option: (name: string, clips: number) => `${name} (${clips.toLocaleString('vi')})`,
  plan: ({ clips, totalBytes, keptBytes }: ClipPlan, size: Size) => {
    if (clips === 0) return 'Phần này chưa có bản ghi âm nào.'
    if (keptBytes === totalBytes) return `${count(clips)}, ${size(totalBytes)}, đã có đủ trên máy.`
    return keptBytes === 0
      ? `${count(clips)}, cần tải ${size(totalBytes)}.`
      : `${count(clips)}, ${size(totalBytes)}; đã có ${size(keptBytes)}, cần tải thêm ${size(totalBytes - keptBytes)}.`
  },
  planning: 'Đang tính…',
  download: (bytes: number, size: Size) => `Tải về ${size(bytes)}`,
  fetching: 'Đang tải bản ghi âm…',
  downloading: (done: number, total: number, size: Size) => `${size(done)} trong ${size(total)}`,
  stop: 'Dừng tải',
  remove: 'Gỡ khỏi máy',
  removeQuestion: (name: string) => `Gỡ bản ghi âm khỏi máy: ${name}?`,
  removeHelp:
    'Từ điển vẫn còn. Muốn nghe lại khi không có mạng thì phải tải lại. Bản ghi âm mà phần khác đã chọn còn cần thì ở lại.',
  goToo: 'Bản ghi âm đã tải của từ điển này cũng bị gỡ.',
  cancel: 'Thôi',
  close: 'Đóng',
  fault: (fault: ClipError, common: (fault: Fault) => string): string => {
    switch (fault.kind) {
      case 'offline':
        return 'Không có mạng nên chưa tải được. Những bản đã tải vẫn còn trên máy. Hãy nối mạng rồi bấm tải lần nữa.'
      case 'not-on-device':
        return 'Chưa biết có những bản ghi âm nào. Hãy nối mạng, tải xong từ điển, rồi mở lại phần này.'
      case 'not-found':
        return 'Máy chủ đã có bản mới hơn. Hãy bấm “Xem có bản mới không” ở cuối danh sách, rồi tải lại.'
      case 'damaged':
        return `Có phần tải về bị hỏng (${fault.what}) nên không giữ lại. Những phần khác vẫn dùng được. Hãy bấm tải lần nữa.`
      case 'storage-full':
        return 'Máy hết chỗ trống. Những bản đã tải vẫn dùng được. Hãy xoá bớt ảnh, phim, hoặc chọn phần nhỏ hơn, rồi tải tiếp.'
      default:
        return common(fault)
    }
  },
}

export type ClipsTexts = typeof viClips
