import type { FullEntry } from '../src/lexicon/full-entry'
import type { ReviewState } from '../src/lexicon/review'
import type { PackMeta } from '../src/pack/sections'
import type { Hit } from '../src/search/hit'

/** A hit with its entry and the language it is of. */
export interface OpenedHit {
  readonly hit: Hit
  readonly full: FullEntry | undefined
  readonly meta: PackMeta
}

/** A hit for other programs, in the shape that docs/ARCHITECTURE.md fixes. */
export const toJson = ({ hit: { row, language, match, cost }, full, meta }: OpenedHit) => ({
  id: row.id,
  language,
  headword: row.headword,
  transcription: row.headwordKind === 'transcription' ? row.headword : (row.transcription ?? null),
  glosses: { vi: row.glossesVi, en: row.glossesEn },
  variants: variantsOf(full, meta),
  match,
  cost,
  reviewState: row.reviewState,
})

/** Every form but the headword and those recorded elsewhere, once a variety. */
const variantsOf = (full: FullEntry | undefined, { varieties }: PackMeta) => {
  const elsewhere = new Set(
    varieties.filter(({ shown }) => shown === 'compare').map(({ id }) => id),
  )
  const variants = new Map<string, { readonly form: string; readonly variety: string }>()
  for (const { id, text, variety } of full?.forms ?? [])
    if (id !== full?.entry.headwordForm && !elsewhere.has(variety))
      variants.set(`${variety} ${text}`, { form: text, variety })
  return [...variants.values()]
}

/** The hits of a query for people, a line each. */
export const toLines = (query: string, hits: readonly OpenedHit[]): readonly string[] =>
  hits.length === 0 ? [`  Không tìm thấy “${query}”.`] : hits.map(toLine)

const toLine = ({ hit, meta }: OpenedHit): string => {
  const { row, field, matched } = hit
  const parts = [
    headwordOf(hit),
    field === 'headword' && matched !== row.headword ? `(${matched})` : '',
    ` ${nameOf(meta, hit)} `,
    [`${row.classifierVi ?? ''} ${row.glossesVi[0] ?? ''}`.trim(), ...row.glossesVi.slice(1)].join(
      '; ',
    ),
    row.glossesEn.length > 0 ? `· ${row.glossesEn.join('; ')}` : '',
    STATES[row.reviewState],
  ]
  return `  ${parts.filter((part) => part !== '').join(' ')}`
}

/** A transcription that stands in for a headword is bracketed, so that none is taken for a spelling. */
const headwordOf = ({ row }: Hit): string => {
  if (row.headwordKind === 'transcription') return `[${row.headword}]`
  const homograph = row.homograph === undefined ? '' : ` ${row.homograph}`
  const transcription = row.transcription === undefined ? '' : ` [${row.transcription}]`
  return row.headword + homograph + transcription
}

/** The language, and the variety of the headword where it is not the language as a whole. */
const nameOf = (meta: PackMeta, { row }: Hit): string => {
  const variety = meta.varieties.find(({ id }) => id === row.variety)
  return variety === undefined || variety.rank === 0
    ? meta.nameVi
    : `${meta.nameVi}, ${variety.nameVi}`
}

const STATES: Readonly<Record<ReviewState, string>> = {
  attested: '',
  reviewed: '(đã có người nói xác nhận)',
  draft: '(chưa kiểm chứng)',
  rejected: '(bị bác)',
}
