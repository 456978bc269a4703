import type { RELATION_KINDS } from '../../lexicon/relation'
import type { Edition } from './edition'

/** What editions say in their own words, in Vietnamese: they are read in Vietnam, by whatever program. */
export const RELATION_NAMES: Readonly<Record<(typeof RELATION_KINDS)[number], string>> = {
  synonym: 'đồng nghĩa',
  antonym: 'trái nghĩa',
  'compound-of': 'ghép với',
  'derived-from': 'gốc',
  see: 'xem',
}

export const EDITORIAL = 'ban biên tập dịch'
export const UNCONFIRMED = 'chưa kiểm chứng'

/** The title of a dictionary: `Từ điển Ba Na – Việt`. */
export const titleOf = ({ language }: Edition): string => `Từ điển ${language.nameVi} – Việt (Rông)`

/** Who is to be credited, a line each, with the licence. */
export const creditsOf = ({ sources }: Edition): readonly string[] =>
  sources.map(({ attribution }) => attribution)
