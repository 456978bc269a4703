import type { Form } from '../../lexicon/form'
import type { VarietyId } from '../../lexicon/ids'
import type { Lexicon } from '../../lexicon/lexicon'

/** The writing systems of a LIFT file, as BCP 47 tags. */
export interface Tags {
  readonly spelling: string
  readonly ofForm: (form: Pick<Form, 'kind' | 'notation'>) => string
  readonly isVernacular: (tag: string) => boolean
  /** The variety that a tag names; none: it names the language as a whole or nothing known. */
  readonly varietyOf: (tag: string) => VarietyId | undefined
  /** The notation that a tag of ours names. */
  readonly notationOf: (tag: string) => Form['notation']
}

export const isPhonetic = (tag: string): boolean => /(^|-)fonipa(-|$)/i.test(tag)

/** `vi-VN` is Vietnamese. */
export const isLanguage = (tag: string | undefined, language: string): boolean =>
  tag !== undefined && tag.split(/[-_]/)[0] === language

/**
 * A spelling is in the language's own tag (`bdq-Latn-VN`), a transcription in that with `fonipa` and
 * its notation in private subtags of up to eight signs (`bdq-Latn-VN-fonipa-x-ipa-sidwell`).
 */
export const createTags = ({ language, varieties, shared }: Lexicon): Tags => {
  const spelling = language.languageTag
  const phonetic = `${spelling}-fonipa`
  const tagOf = (notation: string): string =>
    `${phonetic}-x-${notation
      .split(/[^A-Za-z0-9]+/)
      .map((part) => part.slice(0, 8))
      .filter((part) => part !== '')
      .join('-')}`
  const tagByNotation = new Map(
    shared.notations.map(({ value }) => [String(value.id), tagOf(value.id)]),
  )
  const notationByTag = onlyOnes(shared.notations.map(({ value }) => [tagOf(value.id), value.id]))
  const varietyByIso = onlyOnes(
    varieties.flatMap(({ value: { id, iso639 } }): [string, VarietyId][] =>
      iso639 === undefined || iso639 === language.iso639 ? [] : [[iso639, id]],
    ),
  )
  const varietyIds = new Map(varieties.map(({ value }) => [String(value.id), value.id]))
  return {
    spelling,
    ofForm: ({ kind, notation }) => {
      if (kind === 'spelling') return spelling
      return notation === undefined ? phonetic : (tagByNotation.get(notation) ?? tagOf(notation))
    },
    isVernacular: (tag) =>
      isLanguage(tag, language.iso639) ||
      isLanguage(tag, spelling.split('-')[0] ?? '') ||
      varietyByIso.has(tag.split('-')[0] ?? ''),
    varietyOf: (tag) =>
      varietyIds.get(tag.split('-x-')[1] ?? '') ?? varietyByIso.get(tag.split('-')[0] ?? ''),
    notationOf: (tag) => notationByTag.get(tag),
  }
}

/** Keys that two values share are left out. */
const onlyOnes = <Value>(pairs: readonly (readonly [string, Value])[]): Map<string, Value> => {
  const counts = new Map<string, number>()
  for (const [key] of pairs) counts.set(key, (counts.get(key) ?? 0) + 1)
  return new Map(pairs.filter(([key]) => counts.get(key) === 1))
}
