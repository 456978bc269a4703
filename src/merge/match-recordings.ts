import { groupBy } from '../lexicon/group-by'
import type { EntryId, FormId } from '../lexicon/ids'
import type { Lexicon } from '../lexicon/lexicon'
import { foldToLetters } from '../text/fold'
import { convertLegacy } from '../text/legacy/detect'
import { lowerCase, normaliseText } from '../text/normalise'
import { bareLetters, createOrthography } from '../text/orthography'
import { wordReadings } from '../text/readings'

/** By what a recording was known, the surest first; `reading`: its name read as legacy encoding or as keys typed. */
export type MatchedBy = 'id' | 'text' | 'letters' | 'reading'

export interface Candidate {
  readonly entry: EntryId
  readonly form?: FormId
  readonly headword: string
  /** The first gloss of its first sense, Vietnamese where there is one. */
  readonly gloss: string
}

export type RecordingMatch =
  | { readonly kind: 'matched'; readonly by: MatchedBy; readonly candidate: Candidate }
  | { readonly kind: 'several'; readonly by: MatchedBy; readonly candidates: readonly Candidate[] }
  | {
      readonly kind: 'unmatched'
      /** Headwords that differ in their marks, or in one letter. */
      readonly near: readonly string[]
    }

export interface RecordingMatcher {
  /**
   * @param name of a file, without folders: an id, a headword or another form, with a number or a
   *   speaker after it
   * @param variety of the speaker: decides between entries that are written alike
   */
  readonly matchName: (name: string, variety?: string) => RecordingMatch
  /** An id, or a word as somebody wrote it into a list. */
  readonly matchText: (text: string, variety?: string) => RecordingMatch
}

/** Finds the entry that a recording is of. Only proposes; where several fit it says so and chooses none. */
export const createRecordingMatcher = (lexicon: Lexicon): RecordingMatcher => {
  const index = indexOf(lexicon)
  const match = (texts: readonly string[], variety: string | undefined): RecordingMatch => {
    for (const by of WAYS)
      for (const text of texts) {
        const found = narrowed(index.find(by, text), variety)
        const [candidate] = found
        if (candidate === undefined) continue
        return found.length === 1
          ? { kind: 'matched', by, candidate: candidate.said }
          : { kind: 'several', by, candidates: found.map(({ said }) => said) }
      }
    return { kind: 'unmatched', near: index.near(texts) }
  }
  return {
    matchName: (name, variety) => match(namesIn(name), variety),
    matchText: (text, variety) => match([normaliseText(text).trim()], variety),
  }
}

const WAYS: readonly MatchedBy[] = ['id', 'text', 'letters', 'reading']

/** How many are told of where none fits. */
const MOST_NEAR = 3

/**
 * What of a file's name may be meant, the whole of it first: `012 word (2).wav` is `012 word (2)`,
 * `012 word`, `word`. Underscores are spaces, as programs that dislike spaces write them.
 */
export const namesIn = (name: string): readonly string[] => {
  const stem = normaliseText(name)
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .trim()
  const names = [stem]
  const add = (shorter: string): void => {
    const trimmed = shorter.trim()
    if (trimmed !== '' && !names.includes(trimmed)) names.push(trimmed)
  }
  add(stem.replace(COUNT_AFTER, ''))
  add(stem.replace(COUNT_BEFORE, ''))
  add(stem.replace(COUNT_AFTER, '').replace(COUNT_BEFORE, ''))
  for (const known of [...names]) add(known.replace(/_+/g, ' '))
  // The speaker after the word, parted by two underscores or one, the longest word first.
  for (const known of [...names]) {
    const parts = known.split('_')
    for (let count = parts.length - 1; count > 0; count--)
      add(parts.slice(0, count).join(' ').replace(COUNT_BEFORE, ''))
  }
  return names
}

/** ` (2)`, `-1`, `_02`, ` 3`, ` copy` after a name. */
const COUNT_AFTER = /(\s*\(\d+\)|[\s_-]+\d{1,3}|\s-\s(copy|sao chép))+$/i
/** `012 `, `3. `, `07_`, `5-` before it. */
const COUNT_BEFORE = /^\d{1,5}(\s*[.)]\s*|[\s_-]+)/

interface Found {
  readonly said: Candidate
  /** The text is the headword, not another form. */
  readonly isHeadword: boolean
  readonly variety: string
}

/** Entries whose headword it is before those that have it as another form; then the speaker's own variety. */
const narrowed = (found: readonly Found[], variety: string | undefined): readonly Found[] => {
  const headwords = found.filter(({ isHeadword }) => isHeadword)
  const best = headwords.length > 0 ? headwords : found
  const own = byEntry(best.filter((one) => one.variety === variety))
  return own.length === 1 ? own : byEntry(best)
}

const byEntry = (found: readonly Found[]): readonly Found[] => {
  const first = new Map<string, Found>()
  for (const one of found) if (!first.has(one.said.entry)) first.set(one.said.entry, one)
  return [...first.values()]
}

interface Index {
  readonly find: (by: MatchedBy, text: string) => readonly Found[]
  readonly near: (texts: readonly string[]) => readonly string[]
}

const indexOf = (lexicon: Lexicon): Index => {
  const orthography = createOrthography({
    graphemes: lexicon.graphemes.map(({ value }) => value),
    equivalences: lexicon.equivalences.map(({ value }) => value),
  })
  const lettersOf = (text: string): string => foldToLetters(text, orthography).join('')
  const byId = new Map<string, Found[]>()
  const byText = new Map<string, Found[]>()
  const byLetters = new Map<string, Found[]>()
  const headwordByBare = new Map<string, string>()
  for (const { found, ids, text } of formsOf(lexicon)) {
    for (const id of ids) push(byId, lowerCase(id), found)
    push(byText, normaliseText(text), found)
    push(byLetters, lettersOf(text), found)
    const bare = bareLetters(lowerCase(text))
    if (bare !== '' && !headwordByBare.has(bare)) headwordByBare.set(bare, found.said.headword)
  }
  const readingsOf = (text: string): readonly string[] => [
    convertLegacy(text, 'vni'),
    ...wordReadings(text, orthography),
  ]
  return {
    find: (by, text) => {
      switch (by) {
        case 'id':
          return idsIn(text).flatMap((id) => byId.get(id) ?? [])
        case 'text':
          return byText.get(text) ?? []
        case 'letters':
          return byLetters.get(lettersOf(text)) ?? []
        case 'reading':
          return readingsOf(text).flatMap((reading) => byLetters.get(lettersOf(reading)) ?? [])
      }
    },
    near: (texts) => {
      for (const text of texts) {
        const near = nearest(bareLetters(lowerCase(text)), headwordByBare)
        if (near.length > 0) return near
      }
      return []
    },
  }
}

/** A name that holds an id anywhere, between signs that are none of ids. */
const idsIn = (text: string): readonly string[] => {
  const whole = lowerCase(text)
  const parts = whole.split(/[^a-z0-9-]+/)
  // `bn-00012-2`: the second take of bn-00012.
  const withoutTake = parts.map((part) => part.replace(/-\d{1,2}$/, ''))
  return [...new Set([whole, ...parts, ...withoutTake])].filter((id) => id !== '')
}

interface IndexedForm {
  readonly found: Found
  readonly ids: readonly string[]
  readonly text: string
}

const formsOf = ({ entries, forms, senses }: Lexicon): readonly IndexedForm[] => {
  const formsByEntry = groupBy(forms, ({ value }) => value.entry)
  const sensesByEntry = groupBy(senses, ({ value }) => value.entry)
  return entries.flatMap(({ value: entry }) => {
    const sense = sensesByEntry.get(entry.id)?.[0]?.value
    const said = {
      entry: entry.id,
      headword: entry.headword,
      gloss: sense?.glossVi[0] ?? sense?.glossEn[0] ?? '',
    }
    const own: IndexedForm = {
      found: {
        said: { ...said, form: entry.headwordForm },
        isHeadword: true,
        variety: entry.variety,
      },
      ids: [entry.id],
      text: entry.headword,
    }
    const others = (formsByEntry.get(entry.id) ?? []).flatMap(({ value: form }): IndexedForm[] => {
      if (form.reviewState === 'rejected') return []
      const isHeadword = form.id === entry.headwordForm
      return [
        {
          found: { said: { ...said, form: form.id }, isHeadword, variety: form.variety },
          ids: [form.id],
          text: form.text,
        },
      ]
    })
    return [own, ...others]
  })
}

const push = (map: Map<string, Found[]>, key: string, found: Found): void => {
  if (key === '') return
  const known = map.get(key)
  if (known === undefined) map.set(key, [found])
  else known.push(found)
}

const nearest = (bare: string, headwordByBare: ReadonlyMap<string, string>): readonly string[] => {
  const near: string[] = []
  const same = headwordByBare.get(bare)
  if (same !== undefined) near.push(same)
  // One letter more, less or other leaves one of two letters as it is: shorter words are near everything.
  if (bare.length >= 3)
    for (const [other, headword] of headwordByBare) {
      if (near.length >= MOST_NEAR) break
      if (!near.includes(headword) && isOneEditAway(bare, other)) near.push(headword)
    }
  return near
}

const isOneEditAway = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false
  let same = 0
  while (same < a.length && same < b.length && a[same] === b[same]) same++
  const after = (text: string, skipped: number): string => text.slice(same + skipped)
  return after(a, 1) === after(b, 1) || after(a, 1) === after(b, 0) || after(a, 0) === after(b, 1)
}
