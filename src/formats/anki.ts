import type { Media } from '../lexicon/media'
import { collectionStatements } from './anki/collection'
import { clipName, deckOf, notesOf } from './anki/notes'
import { type Article, editionOf } from './edition/edition'
import type { Format } from './format'
import { writeZip } from './zip'

/**
 * An Anki package: a zip of `collection.anki2`, the list `media` and the clips under running numbers.
 * A note a sense, known by the id of the sense, so that importing a later release updates the notes
 * and keeps what was learnt. Sound where a recording of a speaker is confirmed, and never another's.
 */
export const anki: Format = {
  id: 'anki',
  name: 'Anki (.apkg)',
  extensions: ['apkg'],
  write: async (lexicon, { drafts = false, media, sqlite }) => {
    if (sqlite === undefined) throw new RangeError('An Anki package needs an SQLite engine')
    const edition = editionOf(lexicon, { drafts })
    const clips = new Map<string, Uint8Array>()
    const clipsOf = (article: Article): readonly Media[] =>
      article.media.filter((clip) => {
        if (clip.kind !== 'audio' || !isConfirmed(clip)) return false
        const bytes = media?.(clip.path)
        if (bytes !== undefined) clips.set(clipName(clip), bytes)
        return bytes !== undefined
      })
    const notes = notesOf(edition, clipsOf)
    const { place, code } = edition.language
    const collection = { notes, deck: deckOf(edition), place, date: edition.date }
    const database = await sqlite(collectionStatements(collection))
    const names = [...clips.keys()]
    const list = Object.fromEntries(names.map((name, i) => [String(i), name]))
    const files = new Map([
      ['collection.anki2', database],
      ...names.map((name, i): [string, Uint8Array] => [String(i), clips.get(name)!]),
      ['media', new TextEncoder().encode(JSON.stringify(list))],
    ])
    return new Map([
      [`rong-${code}.apkg`, writeZip(files, new Set(names.map((_, i) => String(i))))],
    ])
  },
}

const isConfirmed = ({ reviewState }: Media): boolean =>
  reviewState === 'attested' || reviewState === 'reviewed'
