import { escapeHtml } from '../edition/article-html'
import type { Edition } from '../edition/edition'
import { titleOf } from '../edition/words'
import { DRAFT_SIGN, EDITORIAL_SIGN, type Marks } from './marks'

/** Title, what the book is, how to read it, its sources with their licences, what is not settled. */
export const frontMatter = (edition: Edition, marks: Marks): string => {
  const { language, entries } = edition
  const hasTranscribed = entries.some(({ headword }) => headword.kind === 'transcription')
  return `<header>
<h1>${escapeHtml(titleOf(edition))}</h1>
<p>Bản ${escapeHtml(language.release)} · ${entries.length} mục từ</p>
</header>
<section class="front">
<h2>Về sách này</h2>
<p>${escapeHtml(language.aboutVi)}</p>
<p>${escapeHtml(language.alphabetNoteVi)}</p>
<h2>Cách đọc một mục từ</h2>
<dl>
${signs(
  marks,
  hasTranscribed,
  entries.some(({ isDraft }) => isDraft),
)
  .map(([sign, sentence]) => `<dt>${sign}</dt><dd>${sentence}</dd>`)
  .join('\n')}
</dl>
${practices(edition)}${places(marks)}<h2>Nguồn và giấy phép</h2>
<p>Mỗi mục từ ghi số của nguồn. Dữ liệu dùng theo giấy phép của từng nguồn; khi sao chép xin giữ các dòng ghi công dưới đây.</p>
<dl>
${marks.sources
  .map(({ sign, source }) => `<dt>[${sign}]</dt><dd>${escapeHtml(citation(source))}</dd>`)
  .join('\n')}
</dl>
${openQuestions(edition)}</section>`
}

const signs = (
  { notations, usualVariety }: Marks,
  hasTranscribed: boolean,
  hasDrafts: boolean,
): [sign: string, sentence: string][] => [
  ['<dfn>chữ đậm</dfn>', 'từ đầu mục, viết theo nguồn.'],
  ...(hasTranscribed
    ? [
        pair(
          '<dfn>/ /</dfn>',
          'từ đầu mục chỉ có phiên âm: chưa tìm thấy chữ viết được xác nhận; mục từ xếp theo phiên âm.',
        ),
      ]
    : []),
  ['<sup>1</sup> <sup>2</sup>', 'số ở trên: các từ viết giống nhau mà nghĩa khác nhau.'],
  ['/ /', 'phiên âm, ghi như nguồn; chữ nhỏ ở trên cho biết lối phiên âm:'],
  ...notations.map(({ sign, notation }) =>
    pair(
      `<sup>${sign}</sup>`,
      `${escapeHtml(notation.nameVi)}. ${escapeHtml(notation.note ?? '')}`.trim(),
    ),
  ),
  [
    '( )',
    `nơi nói hay nhóm người nói, theo tên trong bảng dưới; trước từ tương đương là loại từ.${
      usualVariety === ''
        ? ''
        : ` Chữ viết ở đầu mục không ghi gì thêm là của: ${escapeHtml(usualVariety)}.`
    }`,
  ],
  [EDITORIAL_SIGN, 'từ tương đương tiếng Việt do ban biên tập từ điển này viết hoặc sửa.'],
  ...(hasDrafts ? [pair(DRAFT_SIGN, 'chưa được xác nhận.')] : []),
  ['[1]', 'nguồn, theo số trong danh sách nguồn.'],
]

const pair = (sign: string, sentence: string): [string, string] => [sign, sentence]

/** Ways of spelling that the forms of the book follow. */
const practices = ({ language, entries }: Edition): string => {
  const used = new Set(
    entries.flatMap(({ headword, spellings }) => [
      headword.practice,
      ...spellings.map(({ form }) => form.practice),
    ]),
  )
  const rows = language.practices.filter(({ id }) => used.has(id))
  if (rows.length === 0) return ''
  return `<h2>Lối viết</h2>
<dl>
${rows
  .map(({ nameVi, marks }) => `<dt>${escapeHtml(nameVi)}</dt><dd>${escapeHtml(marks ?? '')}</dd>`)
  .join('\n')}
</dl>
`
}

/** Places and peoples whose forms are in the book. */
const places = ({ varieties }: Marks): string =>
  varieties.length === 0
    ? ''
    : `<h2>Nơi nói, nhóm người nói</h2>
<dl>
${varieties
  .map(
    ({ nameVi, placeVi, note }) =>
      `<dt>${escapeHtml(nameVi)}</dt><dd>${escapeHtml([placeVi, note].filter((text) => text !== undefined).join('. '))}</dd>`,
  )
  .join('\n')}
</dl>
`

const openQuestions = ({ language: { openQuestions } }: Edition): string =>
  openQuestions.length === 0
    ? ''
    : `<h2>Điều chưa rõ</h2>
<ul>
${openQuestions.map(({ vi }) => `<li>${escapeHtml(vi)}</li>`).join('\n')}
</ul>
`

/** The work, then the line its authors are credited with, which names the licence. */
const citation = ({
  authors,
  year,
  title,
  published,
  url,
  attribution,
}: Marks['sources'][number]['source']): string =>
  [
    `${authors} (${year}).`,
    `${title}.`,
    ...(published === undefined ? [] : [`${published}.`]),
    ...(url === undefined ? [] : [url]),
    `Ghi công: ${attribution}.`,
  ].join(' ')
