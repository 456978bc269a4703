import type { Relation } from '../../lexicon/relation'

/** What a line can be to us, named by the marker MDF has for it. */
export type Role =
  | 'lx'
  | 'hm'
  | 'lc'
  | 'va'
  | 'vn'
  | 'ph'
  | 'sf'
  | 'pc'
  | 'nt'
  | 'se'
  | 'ps'
  | 'sn'
  | 'ge'
  | 'gn'
  | 'dn'
  | 'sd'
  | 'xv'
  | 'xn'
  | 'xe'
  | 'rf'
  | 'so'
  | 'relation'

/** The markers of one file. */
export interface Markers {
  readonly roleOf: (marker: string) => Role | undefined
  readonly markerOf: (role: Role) => string
  /** The kind of relation that a marker states by itself. */
  readonly relationKindOf: (marker: string) => Relation['kind'] | undefined
  /** As it is kept: `headword=lex; gloss.vi=gv`; empty: MDF's own. */
  readonly mapping: ReadonlyMap<string, string>
}

/** Names of our fields for `--map`, as in other formats. `\gv` is no Vietnamese unless `gloss.vi=gv` says so. */
const ROLE_BY_FIELD: Readonly<Record<string, Role>> = {
  headword: 'lx',
  homograph: 'hm',
  'form.text': 'va',
  'form.note': 'vn',
  transcription: 'ph',
  audio: 'sf',
  picture: 'pc',
  note: 'nt',
  'part-of-speech': 'ps',
  'sense.number': 'sn',
  'gloss.en': 'ge',
  'gloss.vi': 'gn',
  'definition.vi': 'dn',
  'semantic-domain': 'sd',
  'example.text': 'xv',
  'example.vi': 'xn',
  'example.en': 'xe',
  'example.source-row': 'rf',
  'source-row': 'so',
}

/** Kinds of relation that `--map compound-of=se` may give a marker of the file to. */
const RELATION_KIND_BY_FIELD: Readonly<Record<string, Relation['kind']>> = {
  see: 'see',
  synonym: 'synonym',
  antonym: 'antonym',
  'compound-of': 'compound-of',
  'derived-from': 'derived-from',
}

const RELATION_KINDS: Readonly<Record<string, Relation['kind']>> = {
  cf: 'see',
  mn: 'see',
  se: 'see',
  sy: 'synonym',
  an: 'antonym',
}

export const MAPPED_FIELDS: readonly string[] = [
  ...Object.keys(ROLE_BY_FIELD),
  ...Object.keys(RELATION_KIND_BY_FIELD),
]

/** MDF's markers with those of the mapping in their place; fields it does not know are left out. */
export const createMarkers = (mapping: ReadonlyMap<string, string>): Markers => {
  const roleByMarker = new Map<string, Role>([
    ...[...Object.values(ROLE_BY_FIELD), ...(['lc', 'se'] as const)].map(
      (role) => [role, role] as const,
    ),
    ...(['cf', 'mn', 'sy', 'an'] as const).map((marker) => [marker, 'relation'] as const),
  ])
  const kindByMarker = new Map(Object.entries(RELATION_KINDS))
  const markerByRole = new Map<Role, string>()
  for (const [field, marker] of mapping) {
    const role = ROLE_BY_FIELD[field]
    if (role !== undefined) {
      if (roleByMarker.get(role) === role) roleByMarker.delete(role)
      markerByRole.set(role, marker)
    }
    const kind = RELATION_KIND_BY_FIELD[field]
    if (kind !== undefined) kindByMarker.set(marker, kind)
  }
  for (const [field, marker] of mapping) {
    const role = ROLE_BY_FIELD[field]
    if (role !== undefined) roleByMarker.set(marker, role)
    else if (field in RELATION_KIND_BY_FIELD && marker !== 'se')
      roleByMarker.set(marker, 'relation')
  }
  return {
    roleOf: (marker) => roleByMarker.get(marker),
    markerOf: (role) => markerByRole.get(role) ?? role,
    relationKindOf: (marker) => kindByMarker.get(marker),
    mapping,
  }
}

/** The usual marker of a kind of relation; where it states another kind, a line of ours says which. */
export const relationMarker = (kind: Relation['kind']): string => {
  if (kind === 'synonym') return 'sy'
  return kind === 'antonym' ? 'an' : 'cf'
}

/** Whether a line says something of a sense, if only by its marker: where one stands, a sense has begun. */
export const isSenseLine = (marker: string, role: Role | undefined): boolean =>
  role === 'ge' || role === 'gn' || role === 'dn' || role === 'xv' || SENSE_MARKERS.has(marker)

const SENSE_MARKERS: ReadonlySet<string> = new Set([
  ...['de', 'dr', 'dv', 'ee', 'en', 'er', 'ev', 'gr', 'gv', 'ge', 'gn', 'dn', 'lt', 'oe', 'on'],
  ...['or', 'ov', 're', 'rn', 'rr', 'rv', 'sc', 'sd', 'ue', 'un', 'ur', 'uv', 'we', 'wn', 'wr'],
  ...['is', 'th', 'tb', 'xg', 'xr', 'xv', 'xn', 'xe', 'lf', 'lv', 'le', 'ln', 'lr', 'na', 'ng'],
  ...['np', 'ns', 'nq', 'nd'],
])

/** Lines about the whole record wherever they stand. */
export const RECORD_MARKERS: ReadonlySet<string> = new Set(['dt', 'st'])

/** Markers of MDF that may begin a record whose `\lx` is lost. */
export const FIRST_MARKERS: ReadonlySet<string> = new Set([
  ...['hm', 'lc', 'ph', 'ps', 'sn', 'ge', 'gn', 'gv', 'gr', 'de', 'dn', 'dv'],
])

/** Of those, the ones that no record has after its senses. */
export const HEAD_MARKERS: ReadonlySet<string> = new Set(['hm', 'lc', 'ph'])

/** Ours: what no marker of MDF can say, and why a record was refused. */
export const OWN_MARKER = 'rg'
export const REASON_MARKER = 'rz'
