import type { Article, NamedForm, NamedSense } from './edition'
import { EDITORIAL, RELATION_NAMES, UNCONFIRMED } from './words'

/** Texts of a dictionary are never markup. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\r?\n|\r/g, '<br>')

/**
 * An article in the few tags that every dictionary program shows (b, i, small, div, br), without
 * classes and links. The headword stands in it where `withHeadword`: some programs print it themselves.
 */
export const articleHtml = (
  article: Article,
  { withHeadword }: { withHeadword: boolean },
): string => {
  const lines = [headLine(article, withHeadword), ...senseLines(article.senses)]
  if (article.spellings.length > 0)
    lines.push(`<small>Còn viết:</small> ${article.spellings.map(namedForm).join('; ')}`)
  const sounds = article.transcriptions.filter(({ form }) => form.id !== article.headword.id)
  if (sounds.length > 0) lines.push(`<small>Phiên âm:</small> ${sounds.map(namedForm).join('; ')}`)
  for (const { kind, headword } of article.relations)
    lines.push(`<small>${RELATION_NAMES[kind]}:</small> ${escapeHtml(headword)}`)
  if (article.sources.length > 0)
    lines.push(`<small>Nguồn: ${article.sources.map(escapeHtml).join('; ')}</small>`)
  return lines
    .filter((line) => line !== '')
    .map((line) => `<div>${line}</div>`)
    .join('')
}

const headLine = (article: Article, withHeadword: boolean): string => {
  const { headword, homograph } = article
  const own = headword.kind === 'transcription' ? `/${headword.text}/` : headword.text
  const number = homograph === undefined ? '' : ` <small>(${homograph})</small>`
  const state = article.isDraft ? ` <small>(${UNCONFIRMED})</small>` : ''
  return withHeadword ? `<b>${escapeHtml(own)}</b>${number}${state}` : state.trim()
}

/** `/ʔiɲ/ (Kon Tum, Pleiku; Sidwell)`, `inh (Ba Na)`. */
const namedForm = ({ form, varieties, notation }: NamedForm): string => {
  const text = form.kind === 'transcription' ? `/${form.text}/` : form.text
  const names = [varieties.join(', '), ...(notation === undefined ? [] : [notation])]
  return `${escapeHtml(text)} <small>(${escapeHtml(names.join('; '))})</small>`
}

const senseLines = (senses: readonly NamedSense[]): string[] =>
  senses.flatMap((named, i) => {
    const number = senses.length > 1 ? `${i + 1}. ` : ''
    return [`${number}${senseHtml(named)}`, ...named.examples.map(exampleHtml)]
  })

const senseHtml = ({ sense, partOfSpeech, isEditorial }: NamedSense): string => {
  const parts: string[] = []
  if (partOfSpeech) parts.push(`<i>${escapeHtml(partOfSpeech.nameVi)}</i>`)
  if (sense.glossVi.length > 0) {
    const by = isEditorial ? ` <small>(${EDITORIAL})</small>` : ''
    parts.push(`${escapeHtml(vietnameseOf(sense))}${by}`)
  }
  if (sense.glossEn.length > 0) parts.push(`<small>${escapeHtml(sense.glossEn.join('; '))}</small>`)
  if (sense.definitionVi !== undefined) parts.push(escapeHtml(sense.definitionVi))
  return parts.join(' ')
}

/** `(con) trâu; ...`: the classifier is said before the first gloss. */
export const vietnameseOf = ({ glossVi, classifierVi }: NamedSense['sense']): string => {
  const glosses = glossVi.join('; ')
  return classifierVi === undefined || glosses === '' ? glosses : `(${classifierVi}) ${glosses}`
}

const exampleHtml = ({ text, translationVi }: NamedSense['examples'][number]): string =>
  `▸ <b>${escapeHtml(text)}</b>${translationVi === undefined ? '' : ` – ${escapeHtml(translationVi)}`}`
