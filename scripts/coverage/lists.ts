import type { Figures } from './figures'
import { both, escapeHtml, number } from './markup'
import type { CoveragePage } from './page'

/** Folded when longer than this, so that the page stays short enough to be looked through. */
const MOST_OPEN = 12

/** For each language the concepts that only it lacks, with what the others have: a list to work from. */
export const gapsSection = ({ languages, gaps, app }: CoveragePage): string => {
  const nameByCode = new Map(languages.map(({ code, nameVi }) => [code, nameVi]))
  const blocks = languages.map((language) => {
    const own = gaps.filter(({ missing }) => missing === language.code)
    if (own.length === 0) return nothing(language)
    const others = languages.filter(({ code }) => code !== language.code)
    const rows = own.map(({ concept, others, unconfirmed }) => {
      const cells = others.map(({ code, entries }) => {
        const links = entries.map(
          ({ id, headword }) => `<a href="${app}#/e/${code}/${id}">${escapeHtml(headword)}</a>`,
        )
        return `<td data-label="${escapeHtml(nameByCode.get(code) ?? code)}">${links.join(', ')}</td>`
      })
      const drafts = unconfirmed.map((id) => `<code>${id}</code>`).join(' ')
      return `<tr><th scope="row"><a href="${app}#/concept/${concept.id}">${escapeHtml(concept.labelVi)}</a> <span class="en" lang="en">${escapeHtml(concept.labelEn)}</span> <code>${concept.id}</code></th>${cells.join('')}<td data-label="Chưa xác nhận">${drafts}</td></tr>`
    })
    const heads = others.map(({ nameVi }) => `<th scope="col">${escapeHtml(nameVi)}</th>`)
    return folded(
      language,
      own.length,
      `<table class="gaps">
<thead><tr><th scope="col">${both('khái niệm', 'concept')}</th>${heads.join('')}<th scope="col">${both('chưa xác nhận', 'unconfirmed')}</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`,
    )
  })
  return `<p>Cả ba tiếng kia đều có, riêng tiếng này chưa. Số là mã Concepticon. <span class="en" lang="en">All the others have an entry for it. The number is the Concepticon id.</span></p>
${blocks.join('\n')}`
}

export const duplicatesSection = ({ languages, app }: CoveragePage): string =>
  `<p>Cùng chữ khi bỏ dấu và cùng một nghĩa. <span class="en" lang="en">The same letters without marks, and a gloss or concept in common.</span></p>
${languages
  .map((language) => {
    if (language.duplicates.length === 0) return nothing(language)
    const rows = language.duplicates.map(({ ids, headwords, shared }) => {
      const links = ids.map(
        (id, i) =>
          `<a href="${app}#/e/${language.code}/${id}">${escapeHtml(headwords[i] ?? id)}</a> <code>${id}</code>`,
      )
      return `<li>${links.join(' · ')}: ${shared.map(escapeHtml).join(', ')}</li>`
    })
    return folded(language, rows.length, `<ul>${rows.join('\n')}</ul>`)
  })
  .join('\n')}`

export const unknownWordsSection = ({ languages }: CoveragePage): string =>
  languages.every(({ unknownWords }) => unknownWords.length === 0)
    ? `<p>${both('Không có từ nào như vậy.', 'There is none.')}</p>`
    : languages
        .map((language) =>
          language.unknownWords.length === 0
            ? nothing(language)
            : folded(
                language,
                language.unknownWords.length,
                `<ul>${language.unknownWords
                  .map(
                    ({ word, examples }) =>
                      `<li>${escapeHtml(word)} ${examples.map((id) => `<code>${id}</code>`).join(' ')}</li>`,
                  )
                  .join('\n')}</ul>`,
              ),
        )
        .join('\n')

export const changesSection = ({ languages, changes }: CoveragePage): string => {
  if (changes === undefined)
    return `<p>${both(
      'Chưa có bản phát hành nào để so sánh (chưa có nhãn v… trong git).',
      'There is no earlier release to compare with (no tag v… in git).',
    )}</p>`
  const blocks = languages.map((language) => {
    const own = changes.byLanguage.get(language.code)
    if (own === undefined) return nothing(language, 'mới có từ bản này', 'new')
    const { summary, details } = own
    if (summary.length === 0) return nothing(language, 'không thay đổi', 'no change')
    const told = `<p>${escapeHtml(language.nameVi)}: ${summary.map(escapeHtml).join(', ')}.</p>`
    const list = `<ul>${details.map((line) => `<li>${escapeHtml(line)}</li>`).join('\n')}</ul>`
    return details.length === 0 ? told : `${told}\n${folded(language, details.length, list)}`
  })
  return `<p>${both(`So với ${changes.since}.`, `Compared with ${changes.since}.`)}</p>
${blocks.join('\n')}`
}

const nothing = ({ nameVi }: Figures, vi = 'không có', en = 'none'): string =>
  `<p>${escapeHtml(nameVi)}: ${both(vi, en)}.</p>`

const folded = ({ nameVi, nameEn }: Figures, count: number, content: string): string =>
  `<details${count <= MOST_OPEN ? ' open' : ''}><summary>${both(nameVi, nameEn)}: ${number(count)}</summary>
${content}
</details>`
