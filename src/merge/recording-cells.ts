import type { Licence, VarietyId } from '../lexicon/ids'
import type { Lexicon } from '../lexicon/lexicon'
import type { Place, Problem } from '../lexicon/problem'
import { lowerCase, normaliseText } from '../text/normalise'

/** A text with the place to mend it at. */
export interface Said {
  readonly text: string
  readonly at: Place
}

/** Something read from it, or what is wrong with it; neither: nothing was said. */
export interface Read<Value> {
  readonly value?: Value
  readonly problem?: Problem
}

/** By id or by name. */
export const varietyOf = ({ varieties }: Lexicon, { text, at }: Said): Read<VarietyId> => {
  const wanted = lowerCase(text)
  const found = varieties.find(({ value: { id, nameVi, nameEn } }) =>
    [id, nameVi, nameEn].some((name) => lowerCase(normaliseText(name)) === wanted),
  )
  if (found !== undefined) return { value: found.value.id }
  const known = varieties.map(({ value }) => value.id)
  return { problem: { code: 'unknown-variety', severity: 'error', at, given: text, known } }
}

/** By id; one under which recordings can be published with the rest. */
export const licenceOf = ({ shared }: Lexicon, { text, at }: Said): Read<Licence> => {
  const found = shared.licences.find(({ value }) => lowerCase(value.id) === lowerCase(text))
  switch (found?.value.publish) {
    case undefined:
      return { problem: { code: 'without-licence', severity: 'error', at, given: text } }
    case 'no':
      return { problem: { code: 'licence-not-publishable', severity: 'error', at, given: text } }
    case 'apart':
      return { problem: { code: 'share-alike-not-apart', severity: 'error', at, given: text } }
    case 'yes':
      return { value: found!.value.id }
  }
}

/** `2026-11-22`, or as people write it: `22/11/2026`. */
export const dateOf = ({ text, at }: Said): Read<string> => {
  if (text === '') return {}
  const iso = isoDate(text)
  return iso === undefined
    ? { problem: { code: 'not-a-date', severity: 'error', at, given: text } }
    : { value: iso }
}

/** None: it is no day of the calendar. */
export const isoDate = (text: string): string | undefined => {
  const [, y1, m1, d1] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text) ?? []
  const [, d2, m2, y2] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  const [year, month, day] = [y1 ?? y2, m1 ?? m2, d1 ?? d2].map(Number)
  if (year === undefined || month === undefined || day === undefined) return undefined
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  if (!(day >= 1 && day <= (lengths[month - 1] ?? 0))) return undefined
  const padded = (number: number): string => String(number).padStart(2, '0')
  return `${year}-${padded(month)}-${padded(day)}`
}

/** Of somebody who can speak today. */
export const birthYearOf = ({ text, at }: Said): Read<number> => {
  if (text === '') return {}
  return isBirthYear(text)
    ? { value: Number(text) }
    : { problem: { code: 'not-a-number', severity: 'error', at, given: text } }
}

export const isBirthYear = (text: string): boolean => /^(19|20)\d\d$/.test(text)
