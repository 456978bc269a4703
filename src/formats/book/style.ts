import type { Part } from './parts'

/**
 * The style of a book. Line heights leave room for marks above and below a letter (ơ̆, ṳ̆): where a column
 * breaks, what sticks out of its line would be cut off.
 */
export const bookStyle = (title: string, legend: string, parts: readonly Part[]): string =>
  `${fonts}${screen}@media print{${print}}${heads(title, legend, parts)}`

const fonts = [400, 700]
  .map(
    (weight) =>
      `@font-face{font-family:"Rong Sans";font-weight:${weight};src:url(rong-sans-${weight}.woff2) format("woff2")}`,
  )
  .join('')

const screen = `
:root{color-scheme:light}
html{font:1rem/1.6 "Rong Sans","Noto Sans","Charis SIL","Segoe UI",sans-serif;color:#1b1b1b;background:#fff}
body{max-width:48rem;margin:0 auto;padding:1rem}
h1{font-size:1.8em;line-height:1.5}
h2{font-size:1.35em;line-height:1.6;margin:1.4em 0 .4em;break-after:avoid}
h3{font-size:1.1em;line-height:1.6;margin:.8em 0 .2em;break-after:avoid}
dfn{font-style:normal;font-weight:700}
sup,small{font-size:.75em;line-height:1}
.whole{white-space:nowrap}
.index a{font-weight:700}
a{color:inherit;text-decoration:none}
nav a{display:inline-block;min-width:2.2em;padding:.5em .3em;text-align:center;text-decoration:underline}
main p,.index p{margin:0 0 .35em;padding-left:.8em;text-indent:-.8em;overflow-wrap:break-word}
p:target{outline:2px solid #b3402a;outline-offset:2px}
dl{display:grid;grid-template-columns:minmax(2.5em,max-content) 1fr;gap:.2em .8em}
dt{max-width:11em}
dd{margin:0;overflow-wrap:anywhere}
@media(min-width:40rem){.part section,.index div{columns:2;column-gap:1.5rem}.part h2{column-span:all}}
`

const print = `
html{font-size:8.4pt;line-height:1.55}
body{max-width:none;padding:0}
nav{display:none}
header{page:title;break-after:page;padding-top:38mm;text-align:center}
h1{font-size:20pt}
.front{page:front;hyphens:manual}
.part,.index{break-before:page}
.index{page:index}
.part{columns:2;column-gap:5mm}
.part section,.index div{columns:auto}
.index div{columns:2;column-gap:5mm}
.part h2{column-span:none;margin:.5em 0 .3em;border-bottom:.4pt solid;text-align:center}
main p,.index p{break-inside:avoid;margin:0 0 .15em}
.index{font-size:7.8pt}
dfn{string-set:headword content(text)}
p:target{outline:none}
`

const PAPER = 'size:148mm 210mm;margin:15mm 11mm 15mm 14mm'
const PAPER_LEFT = 'margin-left:11mm;margin-right:14mm'
const HEAD =
  'font:700 8.5pt/1.6 "Rong Sans","Noto Sans",sans-serif;vertical-align:bottom;padding-bottom:1.5mm'
const FOOT = 'font:400 6.2pt/1.5 "Rong Sans","Noto Sans",sans-serif;color:#444'

/**
 * Outside the letters of the page, inside the title, the page number at the foot. Where a program
 * knows `string()`, the second `content` puts the first and the last headword in the place of the letters.
 */
const heads = (title: string, legend: string, parts: readonly Part[]): string => {
  const foot = `@bottom-center{content:${quoted(legend)};${FOOT};width:88%}`
  const number = (side: string) =>
    `@bottom-${side}{content:counter(page);font:400 8pt/1.6 "Rong Sans",sans-serif}`
  const sides = (name: string, outside: string, words = '') =>
    [
      `@page ${name}:left{${PAPER_LEFT};@top-left{content:${quoted(outside)};${words}${HEAD}}@top-right{content:${quoted(title)};${HEAD};font-weight:400}${number('left')}}`,
      `@page ${name}:right{@top-right{content:${quoted(outside)};${words}${HEAD}}@top-left{content:${quoted(title)};${HEAD};font-weight:400}${number('right')}}`,
    ].join('\n')
  const guide = 'content:string(headword,first-except) " – " string(headword,last);'
  return `
@page{${PAPER}}
@page:left{${PAPER_LEFT}}
${sides('front', 'Cách đọc')}
${sides('index', 'Mục lục tiếng Việt')}
${parts
  .map(
    ({ page, range }) =>
      `@page ${page}{${foot}}\n${sides(page, range, guide)}\n.${page}{page:${page}}`,
  )
  .join('\n')}
`
}

/** A CSS string inside a style element. */
const quoted = (text: string): string =>
  `"${text.replace(/[\\"<\n]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`
