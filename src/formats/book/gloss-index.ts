import { vietnameseIndexLetter, vietnameseSortKey } from '../../text/collate'
import { escapeHtml } from '../edition/article-html'
import type { Article, Edition } from '../edition/edition'
import { slashed } from './article'
import type { Marks } from './marks'

/** From Vietnamese to the language: every gloss with the headwords that have it. */
export const glossIndex = ({ language, entries }: Edition, marks: Marks): string => {
  const articlesByGloss = new Map<string, Article[]>()
  for (const article of entries)
    for (const gloss of new Set(article.senses.flatMap(({ sense }) => sense.glossVi))) {
      const articles = articlesByGloss.get(gloss)
      if (articles === undefined) articlesByGloss.set(gloss, [article])
      else articles.push(article)
    }
  const glosses = [...articlesByGloss]
    .map(([gloss, articles]) => ({ gloss, articles, key: vietnameseSortKey(gloss) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const lines: string[] = []
  let letter = ''
  for (const { gloss, articles } of glosses) {
    const next = vietnameseIndexLetter(gloss)
    if (next !== letter) lines.push(`<h3>${escapeHtml(next)}</h3>`)
    letter = next
    const links = articles.map((article) => headwordLink(article, marks)).join(', ')
    lines.push(`<p>${escapeHtml(gloss)} <span lang="${language.languageTag}">${links}</span></p>`)
  }
  return `<section id="viet" class="index">
<h2>Việt – ${escapeHtml(language.nameVi)}</h2>
<div>
${lines.join('\n')}
</div>
</section>`
}

const headwordLink = (article: Article, marks: Marks): string => {
  const { id, headword } = article
  const text =
    headword.kind === 'transcription' ? slashed(headword.text) : escapeHtml(headword.text)
  const number = marks.homograph(article)
  return `<a href="#${id}">${text}</a>${number === '' ? '' : `<sup>${number}</sup>`}`
}
