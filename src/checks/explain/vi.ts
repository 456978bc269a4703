import type { NoRecordingReason, Problem, RecordingFault } from '../../lexicon/problem'
import { unreachable } from '../../lexicon/result'
import { type Explain, listed, measured, placeAsText, withPlace } from './explain'

export const explainVi: Explain = (problem) => withPlace(problem, sentence(problem))

const sentence = (problem: Problem): string => {
  switch (problem.code) {
    case 'unreadable-file':
      return unreadable(problem)
    case 'missing-file':
      return 'Thiếu tệp này. Hãy đặt lại tệp; nếu bảng chưa có dòng nào thì vẫn giữ dòng tiêu đề.'
    case 'missing-column':
      return `Thiếu cột ${problem.missing}. Hãy thêm cột này vào dòng tiêu đề và vào mọi dòng.`
    case 'missing-value':
      return 'Ô này còn trống. Hãy điền vào.'
    case 'not-a-number':
      return `"${problem.given}" không phải là số dùng được ở đây. Hãy viết bằng chữ số, ví dụ 7 hoặc 0.5.`
    case 'not-a-choice':
      return `Ở đây không dùng được "${problem.given}". Hãy viết một trong các giá trị: ${problem.known.join(', ')}.`
    case 'unexplained-cell':
      return `Không rõ "${problem.given}" là gì nên nội dung này sẽ bị mất. Hãy chuyển sang một cột có trong hướng dẫn, hoặc xoá đi.`
    case 'number-not-taken':
      return `Số ${problem.given} không được nhận, giữ ${problem.kept}. Số của mục từ không đổi để người dùng còn tìm thấy; số đồng âm phải là 1, 2, … và không trùng với mục khác. Muốn đổi, hãy sửa trong entries.csv.`
    case 'malformed-id':
      return `"${problem.given}" không phải là mã hợp lệ. Chỉ dùng chữ cái không dấu, chữ số, dấu - và dấu _.`
    case 'duplicate-id':
      return `Mã "${problem.given}" đã dùng ở ${placeAsText(problem.first)}. Hãy cho dòng mới một mã chưa từng dùng.`
    case 'duplicate-number':
      return `Số ${problem.given} đã dùng ở ${placeAsText(problem.first)}. Hãy cho mục từ mới một số chưa từng dùng.`
    case 'empty-headword':
      return 'Từ đầu mục còn trống. Hãy điền vào, hoặc xoá dòng này.'
    case 'headword-not-its-form':
      return `Từ đầu mục ${problem.headword} khác với dạng của nó là ${problem.form}. Hãy sửa cho chữ viết, mục từ và vùng (nhóm) ở hai nơi giống nhau.`
    case 'duplicate-entry':
      return `"${problem.headword}" với cùng nghĩa đã có ở ${placeAsText(problem.first)}. Hãy gộp hai mục từ và ghi mã của mục bị bỏ vào retired.csv.`
    case 'homograph-numbers':
      return `Các mục từ "${problem.headword}" đang được đánh số ${problem.given}. Hãy đánh số 1, 2, …; nếu chỉ có một mục thì để trống.`
    case 'entry-without-form':
      return 'Mục từ này chưa có dạng nào. Hãy thêm một dòng vào forms.csv, hoặc xoá mục từ.'
    case 'entry-without-sense':
      return 'Mục từ này chưa có nghĩa nào. Hãy thêm một dòng vào senses.csv, hoặc xoá mục từ.'
    case 'dangling-reference':
      if (problem.leftOut !== undefined)
        return `Mục từ "${problem.leftOut}" mà chỗ này chỉ đến không được nhập, nên liên hệ này cũng bị bỏ ra. Hãy xem lý do ở mục ấy, sửa rồi nhập lại.`
      return `Không có ${target(problem.target)} nào mang mã "${problem.given}". Hãy sửa mã, hoặc thêm dòng mà mã này chỉ đến.`
    case 'letter-outside-orthography':
      return `"${problem.letter}" trong "${problem.form}" không có trong bảng chữ orthography.csv. ${problem.intended === undefined ? 'Hãy sửa chữ viết' : `Có lẽ là "${problem.intended}". Hãy sửa chữ viết`}, hoặc thêm chữ này vào bảng kèm nguồn.`
    case 'mark-order':
      return `"${problem.given}" chưa ở dạng Unicode chuẩn. Hãy viết "${problem.canonical}" (NFC, dấu mũ trước dấu ngắn).`
    case 'unknown-part-of-speech':
      return unknown(problem.given, problem.known, 'shared/parts-of-speech.csv')
    case 'unknown-semantic-domain':
      return unknown(problem.given, problem.known, 'shared/semantic-domains.csv')
    case 'unknown-topic':
      return unknown(problem.given, problem.known, 'shared/topics.csv')
    case 'unknown-variety':
      return unknown(problem.given, problem.known, 'varieties.csv')
    case 'unknown-practice':
      return unknown(problem.given, problem.known, 'language.json')
    case 'unknown-notation':
      return unknown(problem.given, problem.known, 'shared/notations.csv')
    case 'unknown-concept':
      return unknown(problem.given, problem.known, 'shared/concepts.csv')
    case 'sense-without-vietnamese-gloss':
      return 'Nghĩa này chưa có lời giải nghĩa tiếng Việt. Hãy viết vào; nếu do bạn viết thì ghi nguồn là "editor".'
    case 'without-source':
      return problem.given === ''
        ? 'Chưa ghi nguồn. Hãy ghi mã một tài liệu trong sources.bib, hoặc "editor".'
        : `"${problem.given}" không có trong sources.bib. Hãy dùng một mã có sẵn, hoặc thêm tài liệu vào đó.`
    case 'without-licence':
      return problem.given === ''
        ? 'Chưa ghi giấy phép. Hãy ghi một mã trong shared/licences.csv; nếu chưa rõ thì hỏi chủ sở hữu trước.'
        : `"${problem.given}" không có trong shared/licences.csv. Hãy dùng một giấy phép có sẵn, hoặc thêm vào đó.`
    case 'licence-not-publishable':
      return `Giấy phép ${problem.given} không cho phép công bố. Hãy xoá dòng này, hoặc xin phép bằng văn bản.`
    case 'share-alike-not-apart':
      return `Dữ liệu theo giấy phép ${problem.given} không được đặt trong tệp này. Các dạng phải chia sẻ tương tự để trong forms-share-alike.csv, dữ liệu khác để ngoài tệp đó.`
    case 'transcription-without-notation':
      return 'Phiên âm này chưa ghi hệ ký hiệu. Hãy ghi một mã trong shared/notations.csv.'
    case 'review-without-row':
      return `Trạng thái "${problem.state}" chưa có kết luận tương ứng trong reviews.csv. Hãy thêm một dòng ghi rõ ai duyệt và ngày nào, hoặc trả lại trạng thái cũ.`
    case 'review-of-nothing':
      return `Dòng duyệt này nói về "${problem.given}" nhưng không có mã đó. Hãy sửa mã.`
    case 'media-missing':
      return `Thiếu tệp media/${problem.path}. Hãy đặt tệp vào đó, hoặc xoá dòng này.`
    case 'media-hash':
      return `Tệp media/${problem.path} không phải là tệp đã ghi: mã SHA-256 của nó là ${problem.found}. Hãy đặt lại đúng tệp, hoặc kiểm tra tệp mới rồi ghi mã của nó.`
    case 'ledger-broken':
      return `Chưa rõ số phận của dòng "${problem.given}". Mỗi dòng của nguồn ghi một lần; published và merged phải nêu các dạng có thật, refused phải nêu lý do và không nêu dạng nào.`
    case 'gloss-equals-headword':
      return `Lời giải nghĩa "${problem.given}" giống hệt từ đầu mục. Nếu là từ mượn thì ghi chú là từ mượn; nếu chép nhầm thì hãy sửa.`
    case 'tone-mark-place':
      return `Dấu thanh trong "${problem.given}" đặt sai chữ. Hãy viết "${problem.canonical}".`
    case 'example-without-translation':
      return 'Câu ví dụ này chưa có lời dịch tiếng Việt. Hãy chép lời dịch của nguồn; nếu nguồn không có thì để trống.'
    case 'example-without-headword':
      return `Câu ví dụ này không có từ "${problem.headword}" hay dạng nào khác của mục từ. Hãy kiểm tra xem câu có đặt đúng nghĩa, đúng mục từ không.`
    case 'relation-not-mutual':
      return `Quan hệ ${problem.kind} với "${problem.given}" chỉ ghi một chiều. Hãy thêm dòng theo chiều ngược lại, hoặc xoá dòng này.`
    case 'media-unreferenced':
      return `Tệp media/${problem.path} không được dòng nào trong media.csv nhắc đến. Hãy thêm một dòng, hoặc bỏ tệp đi.`
    case 'number-words':
      return `Lời giải nghĩa "${problem.given}" là số ${problem.said}, còn khái niệm là số ${problem.meant}. Hãy đối chiếu với nguồn.`
    case 'record-without-headword':
      return `Phần này không có từ đầu mục ("${problem.given}"). Hãy thêm từ đầu mục, hoặc nối phần này vào mục từ của nó.`
    case 'duplicate-column':
      return `Cột "${problem.given}" có hai lần. Hãy đổi tên hoặc bỏ một cột.`
    case 'unknown-column':
      return `Không có cột "${problem.given}". Hãy dùng một trong các cột: ${problem.known.join(', ')}.`
    case 'value-not-understood':
      return `Không rõ "${problem.given}" (${problem.field}) nên giữ nguyên văn trong residue.csv. Nếu hiểu được, hãy ghi vào đúng cột.`
    case 'ffmpeg-missing':
      return 'Máy này chưa có ffmpeg, chương trình đọc và nén âm thanh. Hãy cài rồi chạy lại. Debian, Ubuntu: sudo apt-get install ffmpeg · Windows: winget install ffmpeg · macOS: brew install ffmpeg.'
    case 'no-recording':
      return NO_RECORDING[problem.reason]
    case 'recording-fault':
      return FAULTS[problem.fault]
    case 'recording-without-entry':
      return `Không có mục từ nào ứng với "${problem.given}"${problem.near.length === 0 ? '' : `; gần giống: ${problem.near.join(', ')}`}. Hãy đổi tên tệp thành từ đầu mục hoặc mã, hoặc ghi mã vào danh sách (--list).`
    case 'recording-of-several':
      return `"${problem.given}" có thể là nhiều mục từ: ${problem.candidates.join(' · ')}. Hãy ghi mã đúng vào danh sách (--list), hoặc đặt mã làm tên tệp.`
    case 'recording-twice':
      if (problem.elsewhere === 'file')
        return `Tệp này và "${problem.first}" là cùng một bản ghi mang tên hai từ, nên không lấy tệp nào. Hãy bỏ tệp sai tên.`
      if (problem.elsewhere === 'row')
        return `media.csv đã có bản ghi này cho từ khác: ${problem.first}. Nếu ở đó sai thì sửa Entry_ID và Form_ID của dòng ấy; nếu không thì hãy ghi lại.`
      return `Bản ghi này đã có: ${problem.first}. Không lấy lần nữa; nếu là của từ khác thì hãy ghi lại.`
    case 'recording-missing':
      return `Danh sách nêu tệp "${problem.given}" nhưng trong thư mục không có. Hãy sửa tên, hoặc chép tệp vào.`
    case 'recording-listed':
      return problem.first === undefined
        ? `Danh sách nêu "${problem.given}" nhưng có nhiều tệp tên như vậy: ${problem.files.join(', ')}. Hãy ghi cả thư mục vào danh sách.`
        : `Danh sách nêu "${problem.given}" hai lần, mỗi lần một khác (lần đầu ở ${placeAsText(problem.first)}). Hãy bỏ một dòng.`
    case 'recording-without-consent':
      return 'Chưa ghi người nói đồng ý điều gì, nên bản ghi này không được lấy. Hãy hỏi người nói, rồi ghi bằng --consent hoặc trong danh sách.'
    case 'not-a-date':
      return `"${problem.given}" không phải là ngày. Hãy viết năm-tháng-ngày, ví dụ 2026-11-22.`
    default:
      return unreachable(problem)
  }
}

const NO_RECORDING: Readonly<Record<NoRecordingReason, string>> = {
  empty: 'Tệp trống. Hãy chép lại từ máy ghi.',
  'no-sound':
    'Tệp này không có âm thanh đọc được. Hãy lấy ra khỏi thư mục, hoặc lưu lại thành wav, mp3, m4a, ogg, webm hay flac.',
  broken: 'Tệp âm thanh bị hỏng, không giải mã được. Hãy chép lại từ máy ghi.',
  video:
    'Đây là tệp phim; người nói chỉ đồng ý cho giọng nói. Hãy lưu riêng phần tiếng rồi chạy lại.',
  long: 'Tệp dài quá 30 giây, không phải là bản ghi một từ. Hãy cắt ra mỗi từ một tệp.',
}

const FAULTS: Readonly<Record<RecordingFault, string>> = {
  silent: 'Không nghe thấy tiếng nói. Hãy ghi lại, gần micrô hơn.',
  clipped: 'Tiếng to quá nên bị vỡ. Hãy ghi lại, xa micrô hơn hoặc nói nhỏ hơn.',
  'too-quiet': 'Tiếng nhỏ quá, nâng lên thì lẫn tiếng rè. Nên ghi lại gần micrô hơn.',
  noisy: 'Tiếng ồn xung quanh lớn. Nên ghi lại ở nơi yên tĩnh.',
  'too-long': 'Dài hơn 4 giây, có lẽ không chỉ là một từ. Hãy nghe lại và cắt bớt.',
  'several-words':
    'Có quãng lặng ở giữa, có lẽ là hai từ hoặc nói hai lần. Hãy nghe lại và cắt ra.',
  'cut-off':
    'Tiếng nói chạm vào đầu hoặc cuối tệp, có lẽ bị mất một phần. Hãy nghe lại; nếu mất thì ghi lại.',
  'low-rate':
    'Ghi ở dưới 16.000 mẫu một giây (như điện thoại), khó phân biệt các âm s, h. Nên ghi lại bằng máy đặt 44.100 hoặc 48.000.',
}

const unreadable = ({
  reason,
  detail,
  found,
}: Extract<Problem, { code: 'unreadable-file' }>): string => {
  switch (reason) {
    case 'not-utf-8':
      return 'Tệp không phải là UTF-8. Hãy lưu lại tệp theo kiểu "CSV UTF-8".'
    case 'byte-order-mark':
      return 'Đầu tệp có dấu BOM. Hãy lưu lại theo UTF-8 không có BOM.'
    case 'carriage-returns':
      return 'Các dòng kết thúc bằng CR LF. Hãy lưu lại tệp với cách xuống dòng LF.'
    case 'empty':
      return 'Tệp không có nội dung. Hãy xuất hoặc chép lại tệp; bảng chưa có dòng nào vẫn phải có dòng tiêu đề.'
    case 'quotes':
      return `Dấu ngoặc kép không khớp (${detail}). Ô có dấu " phải đặt trong dấu ngoặc kép và mỗi dấu " bên trong viết hai lần.`
    case 'row-length':
      return `Dòng này có ít ô hơn dòng tiêu đề (${detail}). Hãy thêm các dấu phẩy còn thiếu.`
    case 'not-json':
      return `Tệp không đúng dạng JSON (${detail}). Hãy sửa ở chỗ đó.`
    case 'wrong-shape':
      return `Ở đây cần một giá trị dạng ${detail}. Hãy viết như trong các ngôn ngữ khác.`
    case 'not-bibtex':
      return `Tệp không đúng dạng BibTeX (${detail}). Hãy sửa ở chỗ đó.`
    case 'nul':
      return 'Tệp có ký tự NUL nên không phải là văn bản. Hãy xuất lại tệp từ chương trình đã tạo ra nó.'
    case 'not-xml':
      return `Tệp không đúng dạng XML (${detail}). Hãy sửa ở chỗ đó.`
    case 'document-type':
      return 'Tệp XML có khai báo DOCTYPE nên không được đọc, vì lý do an toàn. Hãy xoá khai báo đó.'
    case 'too-deep':
      return `Các phần tử lồng nhau quá sâu (${detail}). Hãy kiểm tra tệp.`
    case 'too-large':
      return `Quá lớn: ${measured(detail, SIZES)}. Hãy chia nhỏ, hoặc kiểm tra xem tệp có hỏng không.`
    case 'not-zip':
      return `Tệp nén bị hỏng hoặc không phải là tệp nén (${detail}). Hãy chép lại tệp.`
    case 'unsafe-path':
      return `Tệp nén có đường dẫn không an toàn (${detail}) nên không được mở. Hãy tạo lại tệp nén.`
    case 'wrong-format':
      return `${found === undefined ? 'Nội dung' : `Tệp này là ${found},`} không phải là ${detail}. Hãy chọn đúng định dạng bằng --format.`
    default:
      return unreachable(reason)
  }
}

const SIZES: Readonly<Record<string, string>> = {
  '>': 'hơn',
  characters: 'ký tự trong một ô hay một đoạn chữ',
  bytes: 'byte',
  rows: 'dòng',
  lines: 'dòng trong một mục',
  columns: 'cột',
  elements: 'phần tử XML trong một mục',
  records: 'mục',
  files: 'tệp trong một tệp nén',
}

const unknown = (given: string, known: readonly string[], file: string): string => {
  const codes = listed(known)
  return `"${given}" không có trong ${file}. Hãy dùng ${codes === undefined ? 'một mã trong tệp đó' : `một trong các mã ${codes}`}, hoặc thêm mã mới vào đó.`
}

const target = (of: string): string => {
  switch (of) {
    case 'entry':
      return 'mục từ'
    case 'form':
      return 'dạng'
    case 'sense':
      return 'nghĩa'
    case 'entry-or-sense':
      return 'mục từ hay nghĩa'
    case 'language':
      return 'ngôn ngữ'
    default:
      return 'dòng'
  }
}
