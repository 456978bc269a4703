import { rowOf } from '../formats/content'
import type { Example } from '../lexicon/example'
import type { Form } from '../lexicon/form'
import type { ReviewId } from '../lexicon/ids'
import type { Lexicon, Row } from '../lexicon/lexicon'
import type { Media } from '../lexicon/media'
import type { Place } from '../lexicon/problem'
import type { Review, ReviewState } from '../lexicon/review'
import type { Sense } from '../lexicon/sense'

/** What somebody says of a record, as a list or a command has it; any of it may be missing or wrong. */
export interface Verdict {
  /** Id of a form, sense, example or recording; to reject all of an entry, its id. */
  readonly subject: string
  readonly verdict: string
  readonly reviewer: string
  /** ISO date. */
  readonly date: string
  readonly reason?: string
  readonly at: Place
}

export type JudgedTable = 'forms' | 'senses' | 'examples' | 'media'

/**
 * Why a verdict is not taken. `entry`: of an entry only all can be rejected; what is right is confirmed
 * form by form and sense by sense. `older`: a later verdict on the same record stands.
 */
export type VerdictFault =
  | 'unknown-subject'
  | 'retired'
  | 'entry'
  | 'no-verdict'
  | 'no-reviewer'
  | 'bad-date'
  | 'no-reason'
  | 'older'

/** What became of a verdict on one record. */
export type Outcome = { readonly at: Place; readonly subject: string } & (
  | {
      readonly kind: 'judged' | 'unchanged'
      readonly table: JudgedTable
      /** What the record says: a form, glosses, a sentence, a path. */
      readonly text: string
      readonly before: ReviewState
      readonly after: ReviewState
    }
  | {
      readonly kind: 'refused'
      readonly fault: VerdictFault
      /** The later date, the successor, what was given. */
      readonly detail: string
    }
)

export interface Judged {
  readonly lexicon: Lexicon
  readonly outcomes: readonly Outcome[]
}

/**
 * Takes verdicts into the dictionary, in their order: each becomes a row at the end of the reviews, and
 * its record takes that state. A later verdict overrides an earlier one. What the same person has said
 * already is not written twice.
 */
export const applyVerdicts = (lexicon: Lexicon, verdicts: readonly Verdict[]): Judged => {
  const records = recordsOf(lexicon)
  const partsByEntry = partsOf(lexicon, records)
  const retired = new Map(lexicon.retired.map(({ value }) => [value.id, value.successor ?? '']))
  const standing = new Map<string, Review>(
    lexicon.reviews.map(({ value }) => [value.subject, value]),
  )
  const said = new Set(lexicon.reviews.map(({ value }) => keyOf(value, value.subject)))
  const states = new Map<string, ReviewState>()
  const added: Row<Review>[] = []
  const nextId = reviewIds(lexicon)

  const judge = (given: Verdict, subject: string, record: JudgedRecord): Outcome => {
    const { at, verdict, reviewer, date, reason } = given
    const before = states.get(subject) ?? record.state
    const known = standing.get(subject)
    if (verdict !== 'reviewed' && verdict !== 'rejected')
      return refuse(given, 'no-verdict', verdict)
    const row = { at, subject, table: record.table, text: record.text, before }
    if (known !== undefined && date < known.date)
      return said.has(keyOf(given, subject))
        ? { ...row, kind: 'unchanged', after: before }
        : refuse(given, 'older', known.date)
    const after: ReviewState = verdict
    const isSaid =
      before === verdict &&
      known?.verdict === verdict &&
      known.reviewer === reviewer &&
      (known.reason ?? '') === (reason ?? '')
    if (isSaid) return { ...row, kind: 'unchanged', after }
    const review: Review = {
      id: nextId(),
      subject,
      verdict,
      reviewer,
      date,
      ...(reason !== undefined && reason !== '' && { reason }),
    }
    added.push(rowOf(review))
    standing.set(subject, review)
    states.set(subject, verdict)
    return { ...row, kind: 'judged', after }
  }

  const outcomes = verdicts.flatMap((given): Outcome[] => {
    const fault = faultOf(given)
    if (fault !== undefined)
      return [refuse(given, fault, fault === 'bad-date' ? given.date : given.verdict)]
    const { subject, verdict } = given
    const record = records.get(subject)
    if (record !== undefined) return [judge(given, subject, record)]
    const parts = partsByEntry.get(subject)
    if (parts === undefined)
      return [
        retired.has(subject)
          ? refuse(given, 'retired', retired.get(subject)!)
          : refuse(given, 'unknown-subject', subject),
      ]
    if (verdict !== 'rejected') return [refuse(given, 'entry', subject)]
    return parts.map((id) => judge(given, id, records.get(id)!))
  })
  return { lexicon: withStates(lexicon, states, added), outcomes }
}

type Said = Pick<Verdict, 'verdict' | 'reviewer' | 'date'> & { readonly reason?: string }

const keyOf = ({ verdict, reviewer, date, reason = '' }: Said, subject: string): string =>
  JSON.stringify([subject, verdict, reviewer, date, reason])

/** Everything a source attests, in the order of the tables. */
export const subjectsOf = (lexicon: Lexicon, source: string): readonly string[] =>
  JUDGED_TABLES.flatMap((table) =>
    lexicon[table].flatMap(({ value }) => (value.source === source ? value.id : [])),
  )

const JUDGED_TABLES: readonly JudgedTable[] = ['forms', 'senses', 'examples', 'media']

interface JudgedRecord {
  readonly table: JudgedTable
  readonly text: string
  readonly state: ReviewState
}

const recordsOf = ({
  forms,
  senses,
  examples,
  media,
}: Lexicon): ReadonlyMap<string, JudgedRecord> => {
  const records = new Map<string, JudgedRecord>()
  const add = <Value extends Form | Sense | Example | Media>(
    table: JudgedTable,
    rows: readonly Row<Value>[],
    textOf: (value: Value) => string,
  ): void => {
    for (const { value } of rows)
      records.set(value.id, { table, text: textOf(value), state: value.reviewState })
  }
  add('forms', forms, ({ text }) => text)
  add('senses', senses, ({ glossVi, glossEn }) => [...glossVi, ...glossEn].join('; '))
  add('examples', examples, ({ text }) => text)
  add('media', media, ({ path }) => path)
  return records
}

/** Ids of what hangs on an entry, by its id. */
const partsOf = (
  { entries, forms, senses, examples, media }: Lexicon,
  records: ReadonlyMap<string, JudgedRecord>,
): ReadonlyMap<string, readonly string[]> => {
  const parts = new Map<string, string[]>(entries.map(({ value }) => [value.id, []]))
  const entryBySense = new Map(senses.map(({ value }) => [value.id, value.entry]))
  for (const { value } of [...forms, ...senses, ...media]) parts.get(value.entry)?.push(value.id)
  for (const { value } of examples) parts.get(entryBySense.get(value.sense) ?? '')?.push(value.id)
  for (const ids of parts.values()) ids.sort((a, b) => rank(records, a) - rank(records, b))
  return parts
}

const rank = (records: ReadonlyMap<string, JudgedRecord>, id: string): number =>
  JUDGED_TABLES.indexOf(records.get(id)?.table ?? 'forms')

const refuse = ({ at, subject }: Verdict, fault: VerdictFault, detail: string): Outcome => ({
  kind: 'refused',
  at,
  subject,
  fault,
  detail,
})

/** What a verdict lacks, whatever it is about. */
const faultOf = ({ verdict, reviewer, date, reason }: Verdict): VerdictFault | undefined => {
  if (verdict !== 'reviewed' && verdict !== 'rejected') return 'no-verdict'
  if (reviewer === '') return 'no-reviewer'
  if (!isDate(date)) return 'bad-date'
  if (verdict === 'rejected' && (reason ?? '') === '') return 'no-reason'
  return undefined
}

export const isDate = (text: string): boolean => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []
  if (year === undefined) return false
  const lengths = [31, Number(year) % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return Number(day) >= 1 && Number(day) <= (lengths[Number(month) - 1] ?? 0)
}

/** Ids that go on from the greatest, in the pattern of the reviews; the first is `bn-v00001`. */
const reviewIds = ({ reviews, entries, language }: Lexicon): (() => ReviewId) => {
  const last = reviews.length === 0 ? undefined : reviews[reviews.length - 1]?.value.id
  const initials = language.code.split('-').map((part) => part.slice(0, 1))
  const [, entryPrefix = `${initials.join('')}-`] =
    /^(.*?)\d+$/.exec(entries[0]?.value.id ?? '') ?? []
  const [, prefix = `${entryPrefix}v`] = /^(.*?)\d+$/.exec(last ?? '') ?? []
  let greatest = 0
  for (const { value } of reviews) {
    const [, own, digits] = /^(.*?)(\d{1,15})$/.exec(value.id) ?? []
    if (own === prefix) greatest = Math.max(greatest, Number(digits))
  }
  // Only the parser of our own tables makes ids otherwise; this is where new ones begin.
  return () => `${prefix}${String(++greatest).padStart(5, '0')}` as ReviewId
}

const withStates = (
  lexicon: Lexicon,
  states: ReadonlyMap<string, ReviewState>,
  added: readonly Row<Review>[],
): Lexicon => {
  const judged = <Value extends Form | Sense | Example | Media>(
    rows: readonly Row<Value>[],
  ): readonly Row<Value>[] =>
    rows.map((row) => {
      const reviewState = states.get(row.value.id)
      return reviewState === undefined ? row : { ...row, value: { ...row.value, reviewState } }
    })
  return {
    ...lexicon,
    forms: judged(lexicon.forms),
    senses: judged(lexicon.senses),
    examples: judged(lexicon.examples),
    media: judged(lexicon.media),
    reviews: [...lexicon.reviews, ...added],
  }
}
