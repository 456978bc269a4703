import type { RecorderFault, RecorderPhase } from '../../app/recording/recorder'
import type { ClipFault } from '../../audio/pcm'
import { unreachable } from '../../lexicon/result'
import type { Take } from '../../store/recording-store'

const number = (value: number): string => value.toLocaleString('vi')

/** Texts of the recording pages in Vietnamese. */
export const viRecording = {
  title: 'Ghi âm',
  help: 'Đọc các từ để người khác nghe được. Không cần mạng.',
  list: 'Bản ghi âm trên máy này',
  listDetail: (takes: number) =>
    takes === 0 ? 'Chưa có bản nào' : `${number(takes)} bản · nghe, xoá, gửi ban biên tập`,
  back: 'Quay lại',
  memoryOnly:
    'Trình duyệt này không cho lưu lâu dài: bản ghi âm sẽ mất khi đóng trang. Hãy tắt chế độ ẩn danh, hoặc cho phép trang này lưu dữ liệu, rồi mới ghi âm.',

  resume: {
    title: 'Phiên ghi âm đang dở',
    goOn: (position: number, total: number) =>
      `Tiếp tục phiên ghi âm: ${position}/${total}\u00a0từ`,
    who: (speaker: string, language: string) => `${speaker} đọc tiếng ${language}`,
    end: 'Kết thúc phiên này',
    endHelp: 'Những bản đã ghi vẫn còn trên máy.',
  },

  language: {
    title: 'Ghi âm tiếng nào?',
    intro: 'Người nói tiếng mẹ đẻ đọc từng từ. Máy tự ghi, tự dừng rồi phát lại ngay.',
    detail: (entries: number) => `${number(entries)} mục từ`,
    none: 'Chưa có từ điển nào trên máy.',
    noneHelp: 'Hãy tải một từ điển về trước rồi quay lại đây.',
  },

  speaker: {
    title: 'Ai đọc?',
    titleWord: (headword: string) => `Ai đọc “${headword}”?`,
    detail: (place: string, variety: string, takes: number) =>
      [place, variety, `${number(takes)} bản ghi âm`].filter(Boolean).join(' · '),
    other: 'Người khác',
    form: 'Người nói',
    name: 'Tên hoặc chữ cái đầu của tên',
    nameHelp: 'Ghi đúng như người nói muốn được nêu tên.',
    nameMissing: 'Hãy ghi tên, hoặc chữ cái đầu của tên.',
    place: 'Làng',
    placeHelp: 'Làng, xã; nay thuộc tỉnh nào.',
    placeMissing: 'Hãy ghi tên làng: mỗi nơi nói một khác.',
    variety: 'Nhóm, vùng của tiếng nói',
    varietyChoose: 'Chọn…',
    varietyUnknown: 'Không rõ, hoặc nhóm khác',
    varietyMissing: 'Hãy chọn nhóm của người nói.',
    birthYear: 'Năm sinh (không bắt buộc)',
    birthYearHelp: 'Chỉ cho nhà nghiên cứu; không hiện trong ứng dụng.',
    birthYearWrong: (least: number) => `Hãy ghi bốn chữ số, từ ${least} đến nay, hoặc để trống.`,
    next: 'Tiếp tục',
    byTouch: (date: string) => `Đồng ý bằng nút bấm ngày ${date}; chưa ghi âm lời đồng ý.`,
  },

  consent: {
    title: 'Xin phép người nói',
    read: 'Hãy đọc, hoặc đọc cho người nói nghe.',
    /** Kept word for word with the agreement: change it with care. */
    text: (name: string, place: string): readonly string[] => [
      'Rông là từ điển Ba Na, Gia Rai, Xơ Đăng và Giẻ-Triêng. Xin ghi âm giọng của bạn đọc các từ, để người học nghe được cách nói.',
      'Ghi những gì: các từ bạn đọc, và câu bạn nói rằng bạn đồng ý. Máy chỉ nghe khi trang Ghi âm đang mở và báo là đang nghe.',
      'Để làm gì: để dạy và học tiếng, và để làm từ điển.',
      `Công bố: bản ghi âm được công bố cho mọi người theo giấy phép CC BY 4.0, kèm tên “${name}” và nơi “${place}”. Ai cũng được nghe, chép, sửa và dùng, kể cả để kinh doanh, miễn là nêu tên người nói. Câu đồng ý không được công bố; ban biên tập giữ.`,
      'Năm sinh, nếu có ghi, nằm trong bảng dữ liệu cho nhà nghiên cứu, không hiện trong ứng dụng.',
      'Bạn được thôi bất cứ lúc nào, được nghe lại và xoá bản ghi trên máy này. Khi chưa công bố, bạn được xin ban biên tập bỏ bản ghi của mình. Đã công bố rồi thì không lấy lại được những bản người khác đã chép.',
      'Việc này không được trả tiền. Không ai bị bắt buộc.',
      'Trẻ em phải được cha, mẹ hoặc người nuôi dưỡng đồng ý.',
    ],
    licence: 'Giấy phép CC BY 4.0 (có mạng mới mở được)',
    agree: 'Tôi đã đọc hoặc nghe đọc những điều trên, và tôi đồng ý.',
    say: 'Bấm nút rồi nói, bằng tiếng nào cũng được:',
    sentence: (name: string) =>
      `“Tôi tên là ${name}, tôi đồng ý cho ghi âm và công bố giọng nói của tôi.”`,
    test: 'Lần ghi này cũng để thử micrô: nhìn vạch đo tiếng xem vừa chưa.',
    record: 'Ghi âm lời đồng ý',
    skip: 'Đã đồng ý; đi tiếp, chưa ghi âm',
    skipHelp: 'Chưa ghi được lời đồng ý. Khi micrô chạy lại, lần sau máy sẽ hỏi ghi.',
  },

  choose: {
    title: 'Ghi những từ nào?',
    who: (name: string) => `Người nói: ${name}`,
    change: 'Đổi người nói',
    lists: 'Chọn từ',
    missing: (variety: string) => `Từ chưa ai ghi âm (${variety})`,
    saved: 'Từ tôi đã lưu',
    topic: (name: string) => `Chủ đề: ${name}`,
    left: (left: number, done: number) =>
      left === 0
        ? done === 0
          ? 'không có từ nào'
          : `đã ghi đủ ${number(done)} từ`
        : `${number(left)} từ${done > 0 ? ` · đã ghi ${number(done)}` : ''}`,
    counting: 'đang đếm…',
    howMany: 'Mỗi phiên',
    all: 'Tất cả',
    estimate: (words: number, minutes: number) =>
      `${number(words)} từ, khoảng ${number(minutes)} phút`,
    begin: 'Bắt đầu ghi âm',
    replaces: 'Phiên đang dở sẽ được thay bằng phiên này. Những bản đã ghi vẫn còn.',
  },

  desk: {
    label: 'Ghi âm từng từ',
    progress: (position: number, total: number) => `${number(position)}/${number(total)}`,
    progressLabel: 'Đã qua bao nhiêu từ',
    pause: 'Tạm dừng',
    close: 'Đóng',
    back: 'Về từ trước',
    skip: 'Bỏ qua',
    redo: 'Ghi lại',
    keep: 'Giữ',
    start: 'Ghi',
    stop: 'Dừng',
    phase: (kind: RecorderPhase['kind'], isConsent: boolean): string => {
      switch (kind) {
        case 'off':
          return 'Micrô đang tắt'
        case 'asking':
          return 'Trình duyệt hỏi dùng micrô: hãy bấm Cho phép'
        case 'failed':
          return 'Chưa ghi được'
        case 'waiting':
          return isConsent ? 'Đang nghe… hãy nói' : 'Đang nghe… hãy đọc từ này'
        case 'recording':
          return 'Đang ghi'
        case 'heard':
          return 'Đã ghi. Nghe lại rồi chọn'
        default:
          return unreachable(kind)
      }
    },
    brokenOff: 'Bị ngắt giữa chừng. Nghe lại rồi chọn',
    seconds: (seconds: number) =>
      `${seconds.toLocaleString('vi', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} giây`,
    play: 'Nghe lại bản vừa ghi',
    stopPlaying: 'Thôi nghe',
    quiet: 'nhỏ quá',
    right: 'vừa',
    loud: 'to quá',
    warning: {
      'too-quiet': 'Nhỏ quá: hãy nói to hơn hoặc lại gần máy.',
      'too-loud': 'To quá: hãy nói nhẹ hơn hoặc ra xa máy.',
    },
    nothingHeard: 'Máy chưa nghe thấy gì. Nói to hơn, hoặc tự bấm Ghi.',
    isGood: 'Bản ghi rõ.',
    alreadyKept: 'Từ này đã có bản được giữ. Đọc lại thì có thêm một bản.',
    replays: 'Ghi xong thì phát lại ngay',
    keys: 'Phím: dấu cách hoặc Enter = Ghi, Dừng, Giữ · R = Ghi lại · S = Bỏ qua · P = Nghe lại · ← = từ trước · Esc = Tạm dừng',
    transcribed: 'phiên âm',
    unsaved: 'Chưa lưu được bản này. Đừng đóng trang.',
    saveAgain: 'Lưu lại',
    retry: 'Thử lại',
  },

  paused: {
    title: 'Đã tạm dừng',
    help: 'Micrô đã tắt. Những bản đã giữ nằm trên máy này; tắt máy cũng không mất. Mở lại trang Ghi âm là tiếp tục được.',
    goOn: 'Tiếp tục',
    leave: 'Để sau',
    end: 'Kết thúc phiên',
  },

  done: {
    title: 'Xong phiên này',
    kept: (kept: number, skipped: number) =>
      `Đã qua ${number(kept + skipped)} từ${skipped > 0 ? `, trong đó bỏ qua ${number(skipped)}` : ''}.`,
    skipped: (count: number) => `Đọc ${number(count)} từ đã bỏ qua`,
    more: 'Ghi tiếp từ khác',
    list: 'Nghe lại và gửi ban biên tập',
  },

  word: {
    kept: 'Đã giữ bản ghi âm của từ này.',
    stays: 'Bản ghi nằm trên máy này cho đến khi bạn xuất tệp gửi ban biên tập.',
    listen: 'Nghe',
    again: 'Ghi lại',
    done: 'Xong',
    who: (name: string) => `Người nói: ${name}`,
  },

  fault: (fault: RecorderFault): string => {
    switch (fault.kind) {
      case 'microphone-denied':
        return 'Trình duyệt chưa được phép dùng micrô. Chrome: bấm biểu tượng bên trái địa chỉ trang → Quyền → Micrô → Cho phép. Safari: bấm “aA” bên trái địa chỉ → Cài đặt trang web → Micrô → Cho phép. Rồi bấm Thử lại.'
      case 'microphone-missing':
        return 'Máy này không có micrô, hoặc chưa cắm. Hãy cắm micrô hay tai nghe có micrô rồi thử lại.'
      case 'microphone-busy':
        return 'Nơi khác đang dùng micrô. Hãy đóng thẻ Rông khác đang ghi âm, tắt cuộc gọi hay ứng dụng ghi âm khác, rồi thử lại.'
      case 'microphone-lost':
        return 'Micrô vừa bị ngắt, có thể vì cuộc gọi hay rút dây. Những gì đã ghi vẫn còn. Hãy thử lại.'
      case 'microphone-unsupported':
        return 'Trình duyệt này không ghi âm được. Hãy cập nhật Chrome, Safari hoặc Firefox, và mở trang bằng địa chỉ https.'
      case 'dictionary-missing':
        return 'Từ điển của phiên này không còn trên máy. Hãy tải lại trong Thư viện rồi mở lại trang này. Những bản đã ghi vẫn còn.'
      case 'storage-blocked':
        return 'Trình duyệt không cho lưu bản ghi âm. Hãy tắt chế độ ẩn danh, hoặc cho phép trang này lưu dữ liệu.'
      case 'storage-full':
        return 'Máy hết chỗ trống. Hãy xoá bớt ảnh, phim, hoặc xuất rồi xoá bản ghi âm cũ, rồi bấm Lưu lại.'
      case 'storage-lost':
        return 'Chỗ lưu trên máy vừa bị mất. Đừng đóng trang này; hãy bấm Lưu lại.'
      case 'storage-broken':
        return `Không ghi được vào máy (${fault.reason}). Hãy đóng các thẻ Rông khác rồi bấm Lưu lại.`
      default:
        return unreachable(fault)
    }
  },

  clipFault: {
    silent: 'Không nghe thấy tiếng nói: hãy ghi lại.',
    clipped: 'To quá nên bị rè: hãy ra xa máy một chút.',
    'too-quiet': 'Nhỏ quá: hãy nói to hơn hoặc lại gần máy.',
    noisy: 'Ồn quá: hãy tìm chỗ yên, tắt quạt, tắt tivi.',
    'too-long': 'Dài quá: mỗi lần chỉ đọc một từ.',
    'several-words': 'Có vẻ nhiều từ: mỗi lần chỉ đọc một từ, một lần.',
    'cut-off': 'Bị cụt đầu hoặc cuối: đợi một chút rồi hãy đọc.',
    'low-rate': 'Tiếng không rõ vì micrô kém: hãy thử micrô khác, đừng dùng tai nghe không dây.',
  } satisfies Record<ClipFault, string>,

  takes: {
    title: 'Bản ghi âm trên máy này',
    intro: 'Bản ghi âm chỉ nằm trên máy này, không tự gửi đi đâu.',
    empty: 'Chưa có bản ghi âm nào.',
    emptyHelp: 'Mở một từ rồi bấm “Ghi âm từ này”, hoặc ghi cả một phiên.',
    record: 'Ghi âm',
    count: (count: number, size: string) => `${number(count)} bản · ${size}`,
    consent: 'Lời đồng ý',
    state: (take: Take): string => {
      switch (take.state) {
        case 'fresh':
          return 'chưa giữ'
        case 'broken-off':
          return 'bị ngắt giữa chừng'
        case 'kept':
          return take.handedOver === undefined ? 'chưa gửi' : 'đã xuất'
        default:
          return unreachable(take.state)
      }
    },
    play: (text: string) => `Nghe ${text}`,
    stop: (text: string) => `Thôi nghe ${text}`,
    keep: 'Giữ',
    redo: (text: string) => `Ghi lại ${text}`,
    remove: (text: string) => `Xoá bản ghi âm ${text}`,
    removeQuestion: (text: string) => `Xoá bản ghi âm “${text}”?`,
    removeHelp: 'Xoá rồi không lấy lại được.',
    removeNotSent: 'Bản này chưa được xuất để gửi đi. Xoá rồi không lấy lại được.',
    removeConsentHelp:
      'Chỉ xoá lời đồng ý đã ghi âm; lần sau máy sẽ hỏi ghi lại. Không muốn cho dùng giọng nói nữa thì hãy xoá hết của người này.',
    removeSpeaker: 'Xoá hết của người này',
    removeSpeakerQuestion: (name: string, count: number) =>
      `Xoá ${number(count)} bản ghi âm của ${name}?`,
    removeSpeakerHelp:
      'Xoá cả tên, làng và lời đồng ý khỏi máy này. Tệp đã gửi đi thì hãy xin ban biên tập bỏ.',
    yes: 'Xoá',
    no: 'Thôi',
    playFault: 'Không nghe được bản này. Hãy tăng âm lượng và thử lại, hoặc ghi lại.',
  },

  handOver: {
    title: 'Gửi ban biên tập',
    waiting: (takes: number, size: string) => `${number(takes)} bản ghi âm chưa gửi, ${size}`,
    verdicts: (count: number) => `${number(count)} lời duyệt chưa gửi`,
    allOut: (takes: number) => `Đã xuất cả ${number(takes)} bản ghi âm.`,
    save: 'Xuất tệp gửi ban biên tập',
    saveAll: 'Xuất lại tất cả',
    help: 'Máy làm một tệp .rong-changes và lưu vào mục Tải xuống. Hãy tự gửi tệp ấy cho ban biên tập qua Zalo, thư điện tử hay USB. Trong tệp có bản ghi âm, tên, làng và lời đồng ý của người nói. Không có gì tự rời khỏi máy này, và xuất rồi bản ghi âm vẫn còn trên máy.',
    writing: (done: number, total: number) => `Đang làm tệp… ${number(done)}/${number(total)} bản`,
    saved: (file: string) => `Đã lưu tệp ${file}. Giờ hãy gửi tệp này cho ban biên tập.`,
    nothing: 'Chưa có gì để gửi. Hãy giữ ít nhất một bản ghi âm.',
    partMissing: 'Thiếu một phần của ứng dụng. Hãy nối mạng, mở lại trang rồi thử lại.',
    failed: 'Chưa làm được tệp. Bản ghi âm vẫn còn trên máy.',
  },
}

export type RecordingTexts = typeof viRecording
