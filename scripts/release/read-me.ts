import type { Lexicon } from '../../src/lexicon/lexicon'
import { shareAlikeForms } from '../../src/pack/published-lexicon'

/** What lies in a release, for whoever opens the folder. */
export const readMe = (lexicons: readonly Lexicon[]): string => {
  const hasShareAlike = lexicons.some((lexicon) => shareAlikeForms(lexicon).length > 0)
  const rows = ROWS.filter(([path]) => hasShareAlike || !path.includes('share-alike'))
  const list = lexicons.map(
    ({ language }) => `- ${language.nameVi} · ${language.nameEn}: ${language.release}`,
  )
  return `# Rông

${list.join('\n')}

Chỉ có dữ liệu đã xác nhận và được phép công bố. Mỗi nguồn có giấy phép riêng, xem \`LICENCES/\`; khi dùng xin giữ các dòng ghi công.
Kiểm tra tệp: \`sha256sum -c SHA256SUMS\`.

Only what is confirmed and may be published. Each source has its own licence, see \`LICENCES/\`; keep the credit lines.
To verify the files: \`sha256sum -c SHA256SUMS\`.

| | | |
|---|---|---|
${rows.map((row) => `| \`${row[0]}\` | ${row[1]} | ${row[2]} |`).join('\n')}
`
}

const ROWS: readonly (readonly [path: string, vi: string, en: string])[] = [
  ['packs/*.rong', 'mở bằng ứng dụng Rông, chép qua USB', 'for the Rông app; travels by USB'],
  [
    '*/book/',
    'sách in khổ A5: mở bằng trình duyệt rồi in',
    'printable book, A5: open in a browser and print',
  ],
  ['*/xlsx/', 'bảng tính Excel, LibreOffice', 'spreadsheet for Excel, LibreOffice'],
  ['*/anki/', 'thẻ học Anki', 'cards for Anki'],
  ['*/stardict/', 'GoldenDict, KOReader, sdcv', 'GoldenDict, KOReader, sdcv'],
  ['*/yomitan/', 'Yomitan', 'Yomitan'],
  ['*/lift/', 'FLEx, WeSay', 'FLEx, WeSay'],
  ['*/cldf-dictionary/, */cldf-wordlist/', 'CLDF, cho nghiên cứu', 'CLDF, for research'],
  ['*/tei/', 'TEI Lex-0, để lưu trữ', 'TEI Lex-0, for archives'],
  [
    '*/share-alike/',
    'phiên âm theo giấy phép chia sẻ tương tự, để riêng',
    'transcriptions under a share-alike licence, apart',
  ],
]
