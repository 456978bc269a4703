import type { ShelfStatus } from '../../app/shelf'
import type { Relation } from '../../lexicon/relation'
import { unreachable } from '../../lexicon/result'
import type { TextField } from '../../search/text-index'
import { viAbout } from './vi-about'
import { viClipReview } from './vi-clip-review'
import { viClips } from './vi-clips'
import { viExport } from './vi-export'
import { viPlayer } from './vi-player'
import { viRecording } from './vi-recording'

interface Named {
  readonly nameVi: string
  readonly nameEn: string
}

interface Citation {
  readonly headword: string
  readonly language: string
  readonly release: string
  readonly url: string
}

const size = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000)).toLocaleString('vi')} kB`
    : bytes < 1_000_000_000
      ? `${(bytes / 1_000_000).toLocaleString('vi', { maximumFractionDigits: 1 })} MB`
      : `${(bytes / 1_000_000_000).toLocaleString('vi', { maximumFractionDigits: 1 })} GB`

/** Texts of the pages behind the first, in Vietnamese. */
export const viPages = {
  name: (named: Named) => named.nameVi,
  either: (vi: string | undefined, en: string | undefined) => vi ?? en ?? '',
  inLanguage: 'vi',
  size,
  date: (at: number) => new Date(at).toLocaleDateString('vi'),
  next: 'Xem tiếp',
  openHome: 'Về trang tra từ',
  openLibrary: 'Mở Thư viện',
  noWords: 'Chưa có từ nào ở đây.',
  stillArriving: 'Từ điển còn đang tải về nên danh sách này chưa đủ.',

  entry: {
    homograph: (number: number) => `từ đồng âm số ${number}`,
    onlyTranscription: 'Chưa có chữ viết được xác nhận. Đây là cách ghi âm của nhà nghiên cứu.',
    key: 'Cách đọc từng ký hiệu',
    keyNote: 'Giải thích gần đúng, dựa vào chữ tiếng Việt. Muốn nói đúng, hãy nghe người bản ngữ.',
    unknownSign: 'ký hiệu ghi như trong nguồn',
    save: 'Lưu từ này',
    saved: 'Đã lưu; bấm để bỏ',
    copy: 'Chép từ',
    share: 'Chia sẻ',
    print: 'In',
    report: 'Báo sai sót',
    reportHelp: 'Chép bản mô tả rồi gửi cho người làm từ điển, kèm điều cần sửa.',
    copyReport: 'Chép bản mô tả',
    senses: 'Nghĩa',
    inferred: 'suy ra từ nghĩa',
    editorial: (parts: string) => `Do ban biên tập ghi: ${parts}.`,
    parts: {
      glossVi: 'nghĩa tiếng Việt',
      glossEn: 'nghĩa tiếng Anh',
      domain: 'nhóm nghĩa',
      topics: 'chủ đề',
    },
    sourceGloss: 'Nguồn ghi',
    examples: 'Ví dụ',
    forms: 'Các dạng và cách viết',
    spelling: 'chữ viết',
    transcription: 'phiên âm',
    asInSource: 'nguồn ghi',
    row: 'mã dòng',
    source: 'Nguồn',
    licence: 'Giấy phép',
    editor: 'ban biên tập',
    elsewhere: 'Trong các tiếng khác',
    compare: 'So sánh bốn tiếng',
    notThere: 'chưa có từ này',
    notHere: 'chưa tải về',
    relations: 'Từ liên quan',
    relation: {
      synonym: 'đồng nghĩa',
      antonym: 'trái nghĩa',
      'compound-of': 'ghép từ',
      'derived-from': 'tạo từ',
      see: 'xem thêm',
    } satisfies Record<Relation['kind'], string>,
    note: 'Ghi chú',
    cite: 'Cách ghi nguồn',
    citation: ({ headword, language, release, url }: Citation) =>
      `“${headword}”. Rông – Từ điển ${language}, bản ${release}. ${url}`,
    arriving: 'Phần đầy đủ của từ này còn đang tải về.',
    packAbsent: (language: string) => `Từ điển ${language} chưa có trên máy.`,
    withdrawn: 'Mục từ này đã được rút khỏi từ điển.',
    reason: 'Lý do',
    title: 'Mục từ',
    unknown: 'Không có mục từ này.',
    unknownHelp: 'Địa chỉ có thể bị chép thiếu. Hãy tra lại từ.',
    recordedElsewhere: (language: string) =>
      `Từ này ghi ở nơi khác, chỉ để so sánh; không tính vào từ điển ${language}.`,
    draft: 'Mục từ này chưa kiểm chứng.',
    draftHelp: 'Những từ như vậy được ẩn cho đến khi bạn muốn xem.',
    draftNote:
      'Chưa kiểm chứng: chưa có nguồn nào khác hoặc người bản ngữ xác nhận. Xin đừng dùng để dạy học.',
    reviewNote: {
      attested: 'có trong tài liệu của nhà nghiên cứu',
      draft: 'chưa kiểm chứng',
      reviewed: 'người bản ngữ đã xác nhận',
      rejected: 'đã bị bác bỏ',
    },
    description: (id: string, headword: string, release: string) =>
      `Rông, mục từ ${id} “${headword}”, bản ${release}.\nĐiều cần sửa: `,
  },

  compare: {
    title: 'So sánh',
    open: 'So sánh bốn tiếng và các vùng',
    variety: 'Vùng, nhóm',
    form: 'Từ',
    elsewhere: 'ghi ở nơi khác, chỉ để so sánh',
    none: 'Chưa có dữ liệu.',
    unknown: 'Không có khái niệm này.',
  },

  browse: {
    title: 'Duyệt từ điển',
    alphabets: 'Theo bảng chữ cái',
    vietnamese: 'Tiếng Việt A–Y',
    vietnameseDetail: 'Tìm theo nghĩa tiếng Việt trong cả bốn tiếng',
    topics: 'Chủ đề ở trường',
    topicsDetail: 'Theo chương trình dạy tiếng dân tộc',
    domains: 'Nhóm nghĩa',
    domainsDetail: 'Thân thể, con vật, nhà cửa…',
    letters: 'Chữ cái',
    otherLetter: 'Khác',
    words: (count: number) => `${count.toLocaleString('vi')} từ`,
    about: (language: string) => `Về tiếng ${language}`,
  },

  grades: (grades: string) => `lớp ${grades}`,

  favourites: {
    title: 'Từ đã lưu',
    empty: 'Chưa lưu từ nào.',
    emptyHelp: 'Mở một từ rồi bấm hình ngôi sao.',
    remove: (headword: string) => `Bỏ lưu ${headword}`,
    history: 'Từ đã xem',
  },
  history: {
    title: 'Từ đã xem',
    empty: 'Chưa xem từ nào.',
    emptyHelp: 'Những từ đã mở sẽ hiện ở đây. Chỉ máy này biết.',
    clear: 'Xoá danh sách này',
  },

  misses: {
    title: 'Từ chưa có',
    intro:
      'Những chữ đã gõ mà không từ điển nào trên máy có. Danh sách này chỉ nằm trên máy này, không tự gửi đi đâu.',
    empty: 'Chưa ghi từ nào.',
    emptyHelp: 'Khi tra một từ mà từ điển chưa có, từ đó sẽ được ghi ở đây.',
    save: 'Lưu thành tệp CSV',
    saveHelp: 'Mở được bằng Excel. Gửi tệp cho người làm từ điển để họ bổ sung.',
    columns: { query: 'Từ', languages: 'Tiếng', count: 'Số lần', lastAsked: 'Lần cuối' },
    allLanguages: 'tất cả các tiếng',
    count: (count: number) => `${count} lần`,
    remove: (query: string) => `Xoá ${query}`,
    clear: 'Xoá danh sách này',
    clearQuestion: 'Xoá tất cả từ đã ghi?',
    clearHelp: 'Danh sách chỉ có trên máy này. Hãy lưu thành tệp trước nếu còn cần.',
  },

  library: {
    title: 'Thư viện',
    intro: 'Từ điển đã tải về thì dùng được cả khi không có mạng.',
    download: 'Tải về',
    goOn: 'Tải tiếp',
    update: 'Cập nhật',
    remove: 'Gỡ khỏi máy',
    removeQuestion: (language: string) => `Gỡ từ điển ${language}?`,
    removeHelp: (bytes: number) =>
      `Từ đã lưu vẫn còn trong danh sách. Muốn tra lại phải tải ${size(bytes)}.`,
    saveFile: 'Lưu thành tệp',
    saveFileOffline: 'Có mạng mới lưu từ điển thành tệp được.',
    cancel: 'Thôi',
    stop: 'Dừng',
    refresh: 'Xem có bản mới không',
    release: (release: string) => `bản ${release}`,
    onDevice: (bytes: number) => `${size(bytes)} trên máy`,
    toDownload: (bytes: number) => `cần tải ${size(bytes)}`,
    status: (status: ShelfStatus): string => {
      switch (status.kind) {
        case 'absent':
          return 'chưa tải'
        case 'opening':
          return 'đang mở'
        case 'downloading':
          return `đang tải ${size(status.doneBytes)} / ${size(status.totalBytes)}`
        case 'partial':
          return 'mới tải một phần'
        case 'ready':
          return 'đủ, dùng được khi không có mạng'
        case 'failed':
          return 'chưa tải được'
        default:
          return unreachable(status)
      }
    },
    updateOffered: (release: string) => `có bản mới ${release}`,
    storage: 'Bộ nhớ',
    used: (used: number, allowed: number) => `Rông đang dùng ${size(used)} trong ${size(allowed)}.`,
    unknownStorage: 'Trình duyệt không cho biết đang dùng bao nhiêu bộ nhớ.',
    persisted: 'Trình duyệt sẽ giữ dữ liệu này.',
    notPersisted: 'Trình duyệt có thể xoá dữ liệu này khi máy hết chỗ.',
    persist: 'Xin giữ dữ liệu lâu dài',
    memoryOnly: 'Không lưu được trên máy này: mọi thứ sẽ mất khi đóng trang.',
    file: 'Tệp từ điển',
    fileHelp: 'Có thể thêm từ điển từ tệp .rong chép qua USB, thẻ nhớ hoặc Zalo.',
    openFile: 'Mở tệp .rong',
  },

  exporting: viExport,
  clips: viClips,
  player: viPlayer,
  recording: viRecording,
  clipReview: viClipReview,

  settings: {
    title: 'Cài đặt',
    locale: 'Tiếng dùng trong ứng dụng',
    vi: 'Tiếng Việt',
    en: 'English',
    theme: 'Nền',
    themes: { system: 'Theo máy', light: 'Sáng', dark: 'Tối' },
    textScale: 'Cỡ chữ',
    textScales: { '1': 'Thường', '1.15': 'Lớn', '1.3': 'Rất lớn', '1.5': 'Lớn nhất' },
    preferred: 'Vùng hoặc nhóm của bạn',
    preferredHelp: 'Từ của vùng này hiện trước. Không từ nào bị ẩn.',
    noPreference: 'Không chọn',
    drafts: 'Hiện cả từ chưa kiểm chứng',
    draftsHelp:
      'Những từ này mới có trong một nguồn do máy ghép, chưa ai xác nhận. Luôn có nhãn “chưa kiểm chứng”.',
    install: 'Đặt Rông ra màn hình chính',
    installHelp: 'Mở Rông như một ứng dụng, không cần mạng.',
    installButton: 'Cài đặt ứng dụng',
    about: 'Về các tiếng trong từ điển',
    missesHelp: 'Từ đã tra mà từ điển chưa có',
  },

  about: viAbout,

  content: {
    title: 'Tìm trong toàn bộ nội dung',
    label: 'Tìm trong nghĩa, ví dụ, ghi chú và nguồn',
    help: 'Tìm cả trong ví dụ, ghi chú và tên nguồn.',
    find: 'Tìm',
    reading: 'Đang đọc từ điển…',
    found: (count: number, query: string) =>
      count === 0 ? `Không thấy “${query}” ở đâu cả.` : `${count} mục từ có “${query}”`,
    missing: (names: string) => `Chưa tìm trong ${names} vì chưa tải đủ.`,
    field: {
      form: 'dạng từ',
      gloss: 'nghĩa',
      definition: 'định nghĩa',
      example: 'ví dụ',
      note: 'ghi chú',
      source: 'nguồn',
    } satisfies Record<TextField, string>,
  },

  unknown: {
    title: 'Không có trang này',
    help: (hash: string) => `Địa chỉ ${hash} không dẫn đến trang nào.`,
  },
}

export type PageTexts = typeof viPages
