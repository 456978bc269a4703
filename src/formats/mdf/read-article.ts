import {
  type ArticleContext,
  type Block,
  inSense,
  isLastOfSenses,
  keep,
  mark,
  openBlock,
  openSense,
  roleAfter,
  senseOf,
} from './block'
import { type Draft, type Mark, slotName } from './draft'
import { type Line, plainText } from './lines'
import { OWN_MARKER, type Role } from './markers'
import { readOwn } from './own-line'
import { readOwnLine } from './read-own-line'
import { isSafePath } from './vocabulary'

/** Reads the lines that `\lx` or `\se` begins, up to the next of them. */
export const readArticle = (lines: readonly Line[], context: ArticleContext): Draft => {
  const { roleOf, relationKindOf } = context.vocabulary.markers
  const block = openBlock(lines, context)
  const [first, ...rest] = lines
  if (first === undefined) return block.draft
  if (context.main !== undefined)
    block.draft.under = block.make.relation(relationKindOf(first.marker) ?? 'see', first.line)
  addForm(block, first, 'lx')
  rest.forEach((line, index) => {
    const own = line.marker === OWN_MARKER ? readOwn(line.text) : undefined
    if (own !== undefined) {
      if (!readOwnLine(block, line, own)) keep(block, line)
      return
    }
    const role = roleOf(line.marker)
    readLine(block, line, role, index + 1)
    block.exampleOpen = block.exampleOpen && (role === 'xv' || line.marker.startsWith('x'))
    block.variantOpen =
      role === 'va' || role === 'lc' || (block.variantOpen && line.marker.startsWith('v'))
    if (role !== 'rf') block.reference = undefined
  })
  return block.draft
}

/** `index`: of the line among those of the block. */
const readLine = (block: Block, line: Line, role: Role | undefined, index: number): Mark => {
  const { vocabulary } = block.context
  const text = plainText(line.text)
  const current = senseOf(block)
  const example = current?.examples[current.examples.length - 1]
  if (line.text === '' && role !== 'ps' && role !== 'sn') return keep(block, line, true)
  switch (role) {
    case 'hm': {
      const number = /^[0-9]{1,15}$/.test(line.text) ? Number(line.text) : 0
      if (number === 0 || block.draft.entry.homograph !== undefined) return keep(block, line)
      block.draft.entry.homograph = number
      return mark(block, line, block.draft.entry, 'hm', 0)
    }
    case 'lc':
      return addForm(block, line, 'va')
    case 'va':
    case 'ph':
      return addForm(block, line, role)
    case 'vn': {
      const form = block.draft.forms[block.draft.forms.length - 1]
      const isVariant = block.variantOpen && form?.kind === 'spelling' && form.note === undefined
      if (form === undefined || !isVariant) return keep(block, line)
      form.note = text
      return mark(block, line, form, 'vn', 0)
    }
    case 'sf':
    case 'pc': {
      if (!isSafePath(text)) return keep(block, line)
      if (isMissing(block, text, index)) {
        const at = block.context.place(line.line, `\\${line.marker}`)
        block.context.report({ code: 'media-missing', severity: 'warning', at, path: text })
        return keep(block, line, true)
      }
      const media = block.make.media(role === 'sf' ? 'audio' : 'picture', text, line.line)
      block.draft.media.push(media)
      return mark(block, line, media, role, 0)
    }
    case 'nt': {
      const owner = current?.sense ?? block.draft.entry
      const early =
        current !== undefined &&
        !block.open.content &&
        !block.open.sn &&
        roleAfter(block, index) === 'sn'
      if (owner.note !== undefined || early) return keep(block, line)
      owner.note = text
      block.open.content = true
      return mark(block, line, owner, 'nt')
    }
    case 'ps': {
      if (text === '' && current === undefined) return keep(block, line, true)
      block.partOfSpeech = vocabulary.partOfSpeechOf(text)
      if (block.partOfSpeech === undefined && text !== '')
        block.context.warn(line, 'part-of-speech')
      const fresh =
        current !== undefined &&
        !block.open.ps &&
        (!block.open.content || isLastOfSenses(block, index))
      const { sense: owner } = fresh ? current : openSense(block, line)
      if (block.partOfSpeech !== undefined) owner.partOfSpeech = block.partOfSpeech
      else delete owner.partOfSpeech
      block.open.ps = true
      return mark(block, line, owner, 'ps')
    }
    case 'sn': {
      const fresh = current !== undefined && !block.open.sn && !block.open.content
      const { sense: owner } = fresh ? current : openSense(block, line)
      block.open.sn = true
      return mark(block, line, owner, 'sn')
    }
    case 'ge':
    case 'gn':
      return addGloss(block, line, role)
    case 'dn': {
      const { sense: owner } = inSense(block, line)
      if (owner.definitionVi !== undefined) return keep(block, line)
      owner.definitionVi = text
      return mark(block, line, owner, 'dn')
    }
    case 'sd': {
      const { sense: owner } = inSense(block, line)
      const domain = vocabulary.domainOf(text)
      if (domain === undefined || owner.semanticDomain !== undefined) return keep(block, line)
      owner.semanticDomain = domain
      return mark(block, line, owner, 'sd')
    }
    case 'xv': {
      const owner = inSense(block, line)
      const made = block.make.example(owner, text, line.line)
      if (block.reference !== undefined) made.sourceRow = block.reference
      owner.examples.push(made)
      block.exampleOpen = true
      return mark(block, line, made, 'xv')
    }
    case 'xn':
    case 'xe': {
      const field = role === 'xn' ? 'translationVi' : 'translationEn'
      if (!block.exampleOpen || example === undefined || example[field] !== undefined)
        return keep(block, line)
      example[field] = text
      return mark(block, line, example, role)
    }
    case 'rf':
      block.reference = roleAfter(block, index) === 'xv' ? text : undefined
      return keep(block, line, true)
    case 'so': {
      const owner = current?.sense ?? block.draft.forms[0]
      if (owner !== undefined && !block.rowSaid.has(owner)) {
        block.rowSaid.add(owner)
        owner.sourceRow = text
      }
      return keep(block, line, true)
    }
    case 'relation':
      return relate(block, line)
    default:
      return keep(block, line)
  }
}

/** A line of ours behind it says all of a record, whose file the dictionary may have lost. */
const isMissing = (
  { lines, context: { hasMedia } }: Block,
  path: string,
  index: number,
): boolean => {
  if (hasMedia === undefined || hasMedia(path)) return false
  const next = lines[index + 1]
  return next?.marker !== OWN_MARKER || readOwn(next.text)?.kind !== 'media'
}

const addForm = (block: Block, line: Line, role: 'lx' | 'va' | 'ph'): Mark => {
  const text = plainText(line.text)
  const isTranscription = role === 'ph' || block.context.vocabulary.isTranscription(text)
  const form = block.make.form(isTranscription ? 'transcription' : 'spelling', text, line.line)
  block.draft.forms.push(form)
  block.phonetic = role === 'ph'
  return mark(block, line, form, role === 'lx' ? 'lx' : 'form', 0)
}

const addGloss = (block: Block, line: Line, role: 'ge' | 'gn'): Mark => {
  const { sense } = inSense(block, line)
  const field = role === 'ge' ? 'glossEn' : 'glossVi'
  sense[field] = [...sense[field], plainText(line.text)]
  return mark(block, line, sense, slotName(role, sense[field].length))
}

const relate = (block: Block, line: Line): Mark => {
  const { draft, make, context } = block
  const current = draft.senses.length > 0 ? inSense(block, line) : undefined
  const kind = context.vocabulary.markers.relationKindOf(line.marker) ?? 'see'
  const relation = make.relation(kind, line.line)
  const made = mark(block, line, relation, 'relation')
  const relations = current?.relations ?? draft.relations
  relations.push(relation)
  const from = current?.sense ?? draft.entry
  draft.references.push({ relation, from, text: plainText(line.text), mark: made })
  return made
}
