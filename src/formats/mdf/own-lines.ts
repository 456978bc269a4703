import { PROVISIONAL_ID } from '../../lexicon/ids'
import type { Placed } from './arrange'
import type { Article } from './article'
import { knownCode } from './items'
import { plainText } from './lines'
import { cellsOf, type RecordKind, writeOwn } from './own-line'
import type { Meaning } from './residue'

/** A line of ours that goes with a record. */
export interface OwnOf {
  readonly owner: string
  readonly kind: RecordKind
  readonly text: string
  /** Whether it says anything. */
  readonly needed: boolean
}

const NONE: readonly OwnOf[] = []

/** Slots of the lines with which records begin. */
const BEGINS_RECORD: ReadonlySet<string> = new Set(['lx', 'form', 'sf', 'pc', 'xv', 'relation', ''])

/** The lines of ours that follow a line: what MDF has no markers for. */
export const ownLines = (
  placed: Placed,
  lines: readonly Placed[],
  index: number,
  article: Article,
  meaning: Meaning,
): readonly OwnOf[] => {
  const { item, scope, marker } = placed
  if (item === undefined || !BEGINS_RECORD.has(item.slot)) return NONE
  const { entry, forms, media, senses, under } = article
  const { id } = item.record
  const own = (kind: RecordKind, record: { readonly id: string }, without: string[]): OwnOf => {
    if (PROVISIONAL_ID.test(record.id)) without.push('id')
    const usual = meaning.defaults.of(kind)
    const cells = cellsOf(kind, record, without)
    const text = writeOwn(
      kind,
      cells.filter(([column, cell]) => usual.get(column) !== cell),
    )
    return { owner: record.id, kind, text, needed: usual.size > 0 || cells.length > 0 }
  }
  const rowIn = (sourceRow: string, line: Placed | undefined): string[] =>
    line !== undefined && plainText(line.text) === sourceRow ? ['sourceRow'] : []
  const isRole =
    (role: string) =>
    (line: Placed | undefined): line is Placed =>
      line?.row !== undefined &&
      line.item === undefined &&
      meaning.vocabulary.markers.roleOf(line.marker) === role &&
      line.text !== ''
  const isSourceLine = isRole('so')
  const sourceLine = (): Placed | undefined =>
    lines.find((line) => line.scope === scope && isSourceLine(line))

  switch (item.slot) {
    case 'lx': {
      const [form] = forms
      const without = ['homograph', 'note']
      if (entry.number === 0) without.push('number')
      if (form?.text === entry.headword) without.push('headword')
      if (form?.variety === entry.variety) without.push('variety')
      if (form?.id === entry.headwordForm) without.push('headwordForm')
      const said =
        form === undefined ? [] : ['entry', 'text', ...rowIn(form.sourceRow, sourceLine())]
      return [
        own('entry', entry, without),
        ...(form === undefined ? [] : [own('form', form, said)]),
        ...(under === undefined ? [] : [relationLine(under, marker, true)]),
      ]
    }
    case 'form': {
      const form = forms.find((form) => form.id === id)
      if (form === undefined) return []
      const isPhonetic = meaning.vocabulary.markers.roleOf(marker) === 'ph'
      const kind = isPhonetic && form.kind === 'transcription' ? ['kind'] : []
      const note = form.kind === 'spelling' ? ['note'] : []
      return [own('form', form, ['entry', 'text', ...kind, ...note])]
    }
    case 'sf':
    case 'pc': {
      const clip = media.find((clip) => clip.id === id)
      const without = ['entry', 'kind', 'path', ...(clip?.sha256 === '' ? ['sha256'] : [])]
      return clip === undefined ? [] : [own('media', clip, without)]
    }
    case 'xv': {
      const { examples } = senses[scope - 1] ?? { examples: [] }
      const example = examples.find((example) => example.id === id)
      if (example === undefined) return []
      const before = lastLine(lines, index)
      const row = isRole('rf')(before) ? rowIn(example.sourceRow, before) : []
      return [own('example', example, ['sense', 'text', 'translationVi', 'translationEn', ...row])]
    }
    case 'relation': {
      const { relations } = senses[scope - 1] ?? article
      const relation = relations.find((relation) => relation.id === id)
      if (relation === undefined) return []
      const named = meaning.references.idOf(plainText(placed.text)) === relation.to
      return [relationLine(relation, marker, named)]
    }
    case '': {
      const clip = media.find((clip) => clip.id === id)
      if (clip !== undefined) return [own('media', clip, ['entry'])]
      const sense = senses[scope - 1]?.sense
      if (sense === undefined) return []
      const { partOfSpeechOf, domainOf } = meaning.vocabulary
      const pos = knownCode(sense.partOfSpeech, partOfSpeechOf) ? ['partOfSpeech'] : []
      const domain = knownCode(sense.semanticDomain, domainOf) ? ['semanticDomain'] : []
      const lists = ['entry', 'glossVi', 'glossEn', 'definitionVi', 'note']
      const row = rowIn(sense.sourceRow, sourceLine())
      return [own('sense', sense, [...lists, ...pos, ...domain, ...row])]
    }
    default:
      return []
  }

  function relationLine(
    relation: NonNullable<typeof under>,
    marker: string,
    named: boolean,
  ): OwnOf {
    const without = ['from']
    if (named) without.push('to')
    if (meaning.vocabulary.markers.relationKindOf(marker) === relation.kind) without.push('kind')
    return own('relation', relation, without)
  }
}

/** The line before another, past those where only lines of ours stand. */
const lastLine = (lines: readonly Placed[], index: number): Placed | undefined => {
  let before = index - 1
  while (before >= 0 && lines[before]?.marker === '') before--
  return lines[before]
}
