import type { ExportFormat } from '../../app/exporter'

/** Texts of handing a dictionary on to other programs, in Vietnamese. */
export const viExport = {
  open: 'Xuất Excel, Anki…',
  title: (language: string) => `Xuất từ điển ${language}`,
  kind: 'Loại tệp',
  formats: {
    xlsx: {
      name: 'Bảng Excel để xem và sửa',
      help: 'Mở bằng Excel, LibreOffice hoặc Google Trang tính. Sửa xong, gửi tệp cho người làm từ điển.',
    },
    'anki-tsv': {
      name: 'Thẻ cho Anki (TSV)',
      help: 'Trong Anki, chọn Tệp rồi Nhập. Lần sau nhập lại thì thẻ cũ được cập nhật.',
    },
    'wide-csv': {
      name: 'Bảng CSV',
      help: 'Mỗi nghĩa một dòng, chương trình bảng tính nào cũng mở được.',
    },
    lift: {
      name: 'LIFT (FLEx, SIL)',
      help: 'Cho người soạn từ điển bằng FLEx. Hãy giải nén trước khi nhập.',
    },
    tei: { name: 'TEI Lex-0', help: 'Cho nhà nghiên cứu và kho lưu trữ.' },
    stardict: {
      name: 'StarDict cho GoldenDict',
      help: 'Giải nén rồi thêm thư mục vào GoldenDict hoặc KOReader.',
    },
    yomitan: {
      name: 'Yomitan',
      help: 'Để tra từ ngay trên trang web bằng tiện ích Yomitan. Không cần giải nén.',
    },
    json: { name: 'JSON', help: 'Cho người viết phần mềm.' },
  } satisfies Record<ExportFormat, { readonly name: string; readonly help: string }>,
  drafts: 'Gồm cả từ chưa kiểm chứng',
  credits: 'Trong tệp có ghi nguồn và giấy phép. Khi dùng lại, hãy giữ nguyên những phần đó.',
  start: 'Xuất tệp',
  close: 'Đóng',
  writing: 'Đang viết tệp…',
  saved: (file: string) => `Đã xuất tệp ${file}. Hãy tìm trong thư mục Tải xuống.`,
  partMissing:
    'Phần viết loại tệp này chưa có trên máy. Hãy nối mạng, tải lại trang rồi xuất lần nữa.',
}

export type ExportTexts = typeof viExport
