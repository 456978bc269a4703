import { escapeHtml, vietnameseOf } from '../edition/article-html'
import type { Article, NamedForm, NamedSense } from '../edition/edition'
import { RELATION_NAMES } from '../edition/words'
import { DRAFT_SIGN, EDITORIAL_SIGN, type Marks } from './marks'

/** An entry as it is printed: one paragraph, the headword as the reader looks for it. */
export const articleHtml = (article: Article, marks: Marks): string => {
  const { headword, spellings, transcriptions, senses, relations } = article
  const own = transcriptions.find(({ form }) => form.id === headword.id)
  const others = transcriptions.filter((named) => named !== own)
  const head =
    headword.kind === 'transcription' ? slashed(headword.text) : escapeHtml(headword.text)
  const parts = [
    `<dfn>${head}</dfn>${raised(marks.homograph(article))}${
      own === undefined ? '' : ` ${raised(marks.notationSign(headword.notation))}`
    }`,
  ]
  if (article.isDraft) parts.push(DRAFT_SIGN)
  const variety = own === undefined ? marks.headwordVariety(article) : ''
  if (own !== undefined) parts.push(places(own.varieties))
  else if (variety !== '') parts.push(places([variety]))
  parts.push(...senses.map((sense, i) => senseHtml(sense, senses.length > 1 ? i + 1 : undefined)))
  if (others.length > 0)
    parts.push(
      `<span class="more">${others.map((form) => formHtml(form, marks)).join(', ')}</span>`,
    )
  if (spellings.length > 0)
    parts.push(
      `<span class="more" lang="vi">Còn viết:</span> ${spellings.map((form) => formHtml(form, marks)).join(', ')}`,
    )
  for (const { kind, headword: other } of relations)
    parts.push(`<span class="more" lang="vi">${RELATION_NAMES[kind]}:</span> ${escapeHtml(other)}`)
  const sources = marks.sourceSigns(article)
  if (sources !== '') parts.push(`<small class="whole">[${sources}]</small>`)
  return `<p id="${article.id}">${parts.join(' ')}</p>`
}

/** A slash stays with what it opens or closes; what is long may be parted at its spaces. */
export const slashed = (text: string): string =>
  text.length > LONG ? `/${escapeHtml(text)}/` : `<span class="whole">/${escapeHtml(text)}/</span>`

const LONG = 24

const raised = (sign: string): string => (sign === '' ? '' : `<sup>${sign}</sup>`)

const places = (varieties: readonly string[]): string =>
  `<small lang="vi">(${varieties.map(escapeHtml).join(', ')})</small>`

const formHtml = (named: NamedForm, marks: Marks): string => {
  const { form } = named
  const text =
    form.kind === 'transcription'
      ? `${slashed(form.text)}${raised(marks.notationSign(form.notation))}`
      : escapeHtml(form.text)
  return `${text} ${places(named.varieties)}`
}

const senseHtml = (
  { sense, partOfSpeech, isEditorial, examples }: NamedSense,
  number: number | undefined,
): string => {
  const parts = number === undefined ? [] : [`<b>${number}</b>`]
  if (partOfSpeech !== undefined) parts.push(`<i>${escapeHtml(partOfSpeech.nameVi)}</i>`)
  const vietnamese = vietnameseOf(sense)
  if (vietnamese !== '') parts.push(`${escapeHtml(vietnamese)}${isEditorial ? EDITORIAL_SIGN : ''}`)
  else if (sense.glossEn.length > 0)
    parts.push(`<span lang="en">${escapeHtml(sense.glossEn.join('; '))}</span>`)
  if (sense.definitionVi !== undefined) parts.push(`– ${escapeHtml(sense.definitionVi)}`)
  for (const { text, translationVi } of examples)
    parts.push(
      `▸ <em>${escapeHtml(text)}</em>${translationVi === undefined ? '' : ` ${escapeHtml(translationVi)}`}`,
    )
  return `<span lang="vi">${parts.join(' ')}</span>`
}
