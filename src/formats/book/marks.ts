import type { NotationRow } from '../../lexicon/concept'
import type { Lexicon } from '../../lexicon/lexicon'
import type { Source } from '../../lexicon/source'
import type { Variety } from '../../lexicon/variety'
import { creditedSources } from '../../pack/published-lexicon'
import type { Article, Edition } from '../edition/edition'

/** Short signs for what would be said in every entry, the same through one book. */
export interface Marks {
  /** Notations that occur, with their raised letters. */
  readonly notations: readonly { readonly sign: string; readonly notation: NotationRow }[]
  readonly sources: readonly { readonly sign: string; readonly source: Source }[]
  /** Those that are named in entries, by rank. */
  readonly varieties: readonly Variety[]
  /** The variety of most spelt headwords, which is not said in each. */
  readonly usualVariety: string
  /** Empty where it is the usual one. */
  readonly headwordVariety: (article: Article) => string
  /** Empty where no other entry of the book has its headword. */
  readonly homograph: (article: Article) => string
  readonly notationSign: (id: string | undefined) => string
  /** `[1 3]`: who attests an entry. */
  readonly sourceSigns: (article: Article) => string
  /** At the foot of every page. */
  readonly legend: string
}

/** Behind a Vietnamese gloss that the editors of this dictionary wrote. */
export const EDITORIAL_SIGN = '°'
/** Behind what nobody has confirmed. */
export const DRAFT_SIGN = '?'

export const createMarks = (lexicon: Lexicon, edition: Edition): Marks => {
  const used = new Set<string>()
  const named = new Set<string>()
  for (const { transcriptions, spellings } of edition.entries)
    for (const { form, varieties } of [...transcriptions, ...spellings]) {
      used.add(form.notation ?? '')
      for (const name of varieties) named.add(name)
    }
  const notations = lexicon.shared.notations
    .map(({ value }) => value)
    .filter(({ id }) => used.has(id))
    .sort((a, b) => a.rank - b.rank)
    .map((notation, i) => ({ sign: String.fromCharCode(LETTER_A + i), notation }))
  const signByNotation = new Map<string, string>(
    notations.map(({ sign, notation }) => [notation.id, sign]),
  )
  const cited = new Set(edition.sources.map(({ id }) => id))
  const uncited = new Set(creditedSources(lexicon, NOTHING).map(({ value }) => value.id))
  const sources = lexicon.sources
    .map(({ value }) => value)
    .filter(({ id }) => cited.has(id) || uncited.has(id))
    .map((source, i) => ({ sign: String(i + 1), source }))
  const signBySource = new Map<string, string>(sources.map(({ sign, source }) => [source.id, sign]))
  const nameByVariety = new Map(lexicon.varieties.map(({ value }) => [value.id, value.nameVi]))
  const nameOf = ({ headword }: Article): string => nameByVariety.get(headword.variety) ?? ''
  const usualVariety = mostFrequent(
    edition.entries.filter(({ headword }) => headword.kind === 'spelling').map(nameOf),
  )
  named.add(usualVariety)
  const times = new Map<string, number>()
  for (const { headword } of edition.entries)
    times.set(headword.text, (times.get(headword.text) ?? 0) + 1)
  return {
    notations,
    sources,
    varieties: lexicon.varieties
      .map(({ value }) => value)
      .filter(({ nameVi }) => named.has(nameVi))
      .sort((a, b) => a.rank - b.rank),
    usualVariety,
    headwordVariety: (article) => {
      const name = nameOf(article)
      return name === usualVariety ? '' : name
    },
    homograph: ({ headword, homograph }) =>
      homograph !== undefined && times.get(headword.text)! > 1 ? String(homograph) : '',
    notationSign: (id) => signByNotation.get(id ?? '') ?? '',
    sourceSigns: (article) => {
      const ids = [
        article.headword.source,
        ...[...article.spellings, ...article.transcriptions].map(({ form }) => form.source),
        ...article.senses.map(({ sense }) => sense.source),
      ]
      const signs = new Set(ids.flatMap((id) => signBySource.get(id) ?? []))
      return [...signs].sort((a, b) => Number(a) - Number(b)).join(' ')
    },
    legend: [
      `${EDITORIAL_SIGN} ban biên tập viết`,
      ...(edition.entries.some(({ isDraft }) => isDraft) ? [`${DRAFT_SIGN} chưa kiểm chứng`] : []),
      '/ / phiên âm',
      ...notations.map(({ sign, notation }) => `${sign} ${shortName(notation.nameVi)}`),
      '[ ] nguồn',
    ]
      .map((sign) => sign.split(' ').join(NO_BREAK))
      .join(' · '),
  }
}

const LETTER_A = 97
const NO_BREAK = '\u00a0'

const NOTHING = { forms: [], senses: [], examples: [], relations: [], media: [] } as const

/** `phiên âm IPA (Sidwell 2015)` → `IPA (Sidwell 2015)`: the legend has said that these are transcriptions. */
const shortName = (name: string): string => name.replace(/^phiên âm /, '')

/** Empty where there is none. */
const mostFrequent = (names: readonly string[]): string => {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  let most = ''
  for (const [name, count] of counts) if (count > (counts.get(most) ?? 0)) most = name
  return most
}
