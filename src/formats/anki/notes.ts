import type { Media } from '../../lexicon/media'
import { escapeHtml, vietnameseOf } from '../edition/article-html'
import type { Article, Edition, NamedSense } from '../edition/edition'
import { EDITORIAL, UNCONFIRMED } from '../edition/words'

/** The fields of a note, in the order of the note type. `Mã` is the id of the sense. */
export const FIELDS = ['Từ', 'Phiên âm', 'Nghĩa', 'Ví dụ', 'Âm thanh', 'Nguồn', 'Mã'] as const

export const NOTE_TYPE = 'Rông'
export const deckOf = ({ language }: Edition): string => `Rông::${language.nameVi}`

/** One sense to learn, as Anki has it. */
export interface Note {
  /** Stays the same over releases: what Anki knows a note by when it is imported again. */
  readonly guid: string
  /** HTML, as many as FIELDS. */
  readonly fields: readonly string[]
  readonly tags: readonly string[]
  /** Number of the entry, and place of the sense in it from 0. */
  readonly number: number
  readonly place: number
}

/** A note a sense that has a Vietnamese gloss, in the order of the alphabet. */
export const notesOf = (edition: Edition, clips: (article: Article) => readonly Media[]): Note[] =>
  edition.entries.flatMap((article) =>
    article.senses.flatMap((named, place): Note[] =>
      named.sense.glossVi.length === 0
        ? []
        : [
            {
              guid: `rong-${named.sense.id}`,
              fields: fieldsOf(article, named, clips(article)),
              tags: [
                edition.language.code,
                ...named.topics.map(({ id }) => `chu-de::${id}`),
                ...(article.isDraft ? ['chua-xac-nhan'] : []),
              ],
              number: article.number,
              place,
            },
          ],
    ),
  )

const fieldsOf = (article: Article, named: NamedSense, clips: readonly Media[]): string[] => {
  const { headword, homograph, transcriptions, sources } = article
  const { sense, partOfSpeech, isEditorial, examples } = named
  const isHeard = headword.kind === 'transcription'
  const sounds = transcriptions.filter(({ form }) => form.id !== headword.id)
  const meaning = [
    `<b>${escapeHtml(vietnameseOf(sense))}</b>`,
    ...(partOfSpeech ? [`<i>${escapeHtml(partOfSpeech.nameVi)}</i>`] : []),
    ...(isEditorial ? [`<small>(${EDITORIAL})</small>`] : []),
    ...(sense.definitionVi === undefined ? [] : [`<br>${escapeHtml(sense.definitionVi)}`]),
    ...(article.isDraft ? [`<br><small>(${UNCONFIRMED})</small>`] : []),
  ]
  return [
    escapeHtml(isHeard ? `/${headword.text}/` : headword.text) +
      (homograph === undefined ? '' : ` <sup>${homograph}</sup>`),
    sounds
      .map(({ form, varieties }) => escapeHtml(`/${form.text}/ (${varieties.join(', ')})`))
      .join('<br>'),
    meaning.join(' '),
    examples
      .map(({ text, translationVi }) =>
        escapeHtml(translationVi === undefined ? text : `${text} – ${translationVi}`),
      )
      .join('<br>'),
    clips.map((clip) => `[sound:${clipName(clip)}]`).join(''),
    sources.map(escapeHtml).join('; '),
    sense.id,
  ]
}

/** In Anki's one folder of media, where names of all decks meet. */
export const clipName = ({ id, path }: Media): string =>
  `rong-${id}${/\.[A-Za-z0-9]{1,5}$/.exec(path)?.[0] ?? ''}`
