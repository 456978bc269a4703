import { articleHtml } from './book/article'
import { frontMatter } from './book/front-matter'
import { glossIndex } from './book/gloss-index'
import { createMarks } from './book/marks'
import { partsOf } from './book/parts'
import { bookStyle } from './book/style'
import { escapeHtml } from './edition/article-html'
import { editionOf } from './edition/edition'
import { titleOf } from './edition/words'
import type { Format } from './format'

/**
 * A book to be printed on A5 from a browser, or read in one: a page of HTML with print CSS, nothing
 * else needed. What it is and how to read it, the entries by the alphabet of the language in two
 * columns, the Vietnamese index. Running heads name the letters of the page; programs that know
 * CSS strings (Prince, WeasyPrint, Vivliostyle) name its first and last headword. Set in the fonts
 * `rong-sans-400.woff2` and `rong-sans-700.woff2`, where these lie beside it.
 */
export const book: Format = {
  id: 'book',
  name: 'Sách in (HTML, khổ A5)',
  extensions: ['html'],
  write: async (lexicon, { drafts = false }) => {
    const edition = editionOf(lexicon, { drafts })
    const marks = createMarks(lexicon, edition)
    const parts = partsOf(
      edition.entries.map((article) => ({ article, html: articleHtml(article, marks) })),
    )
    const title = titleOf(edition)
    const { code, languageTag } = edition.language
    const html = [
      '<!doctype html>',
      '<html lang="vi">',
      '<head>',
      '<meta charset="utf-8">',
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      `<title>${escapeHtml(title)}</title>`,
      `<style>${bookStyle(title, marks.legend, parts)}</style>`,
      '</head>',
      '<body>',
      frontMatter(edition, marks),
      `<nav aria-label="Chữ cái">${parts
        .flatMap(({ sections }) => sections)
        .map(({ letter, anchor }) => `<a href="#${anchor}">${escapeHtml(letter)}</a>`)
        .join(' ')} <a href="#viet">Việt – ${escapeHtml(edition.language.nameVi)}</a></nav>`,
      `<main lang="${languageTag}">`,
      ...parts.map(
        ({ page, sections }) =>
          `<div class="part ${page}">\n${sections
            .map(
              ({ letter, anchor, articles }) =>
                `<section id="${anchor}">\n<h2>${escapeHtml(letter)}</h2>\n${articles.join('\n')}\n</section>`,
            )
            .join('\n')}\n</div>`,
      ),
      '</main>',
      glossIndex(edition, marks),
      '</body>',
      '</html>',
      '',
    ]
    return new Map([[`rong-${code}.html`, new TextEncoder().encode(html.join('\n'))]])
  },
}
