import type { Form } from '../../lexicon/form'
import type { Media } from '../../lexicon/media'
import { isGuid } from '../guid'
import { addExample, addSense, noteDraft } from './build-sense'
import { childInSlot, type Draft, draft, ownDraft, textDraft } from './draft'
import { hrefOf } from './media-path'
import { ELEMENT_POSITION, type EntryRecords } from './records'
import { buildRelation } from './relation-types'
import type { Tags } from './tags'

export interface BuildContext {
  readonly tags: Tags
  /** What residue says of how a record stood in the file. */
  readonly shapeOf: (id: string, position: string) => string | undefined
  /** What a relation calls an entry or a sense. */
  readonly refOf: (id: string) => string
}

/** An entry as LIFT's own elements say it; the elements of its records by their ids. */
export interface BuiltEntry {
  readonly root: Draft
  readonly drafts: ReadonlyMap<string, Draft>
}

/** An entry while it is being built. */
export interface Building extends BuildContext {
  readonly root: Draft
  readonly drafts: Map<string, Draft>
  readonly senses: Draft[]
  /** The last sense, and within it the last of each depth. */
  readonly open: Draft[]
  /** The variant or pronunciation that a form or recording stands in, by its id. */
  readonly holders: Map<string, Draft>
}

/** Without residue and without fields of our own. */
export const buildEntry = (records: EntryRecords, context: BuildContext): BuiltEntry => {
  const { entry, forms, media } = records
  const attributes: Record<string, string> = {}
  if (entry.foreignId !== undefined && isGuid(entry.foreignId)) attributes.guid = entry.foreignId
  if (entry.homograph !== undefined) attributes.order = String(entry.homograph)
  const root = ownDraft('entry', entry.id, attributes)
  const drafts = new Map([[String(entry.id), root]])
  const building = { ...context, root, drafts, senses: [], open: [], holders: new Map() }
  forms.forEach((form, i) => {
    addForm(building, form, forms[i - 1], form.id === entry.headwordForm)
  })
  if (entry.note !== undefined) root.children.push(noteDraft(entry.note))
  for (const sense of records.senses) addSense(building, sense)
  for (const example of records.examples) addExample(building, example)
  for (const relation of records.relations) {
    const element = buildRelation(relation, context.refOf(relation.to))
    drafts.get(relation.from)?.children.push(element)
    drafts.set(relation.id, element)
  }
  media.forEach((clip, i) => {
    addMedia(building, clip, media[i - 1])
  })
  return { root, drafts }
}

/**
 * The headword stands in the lexical unit and every other form is a variant, unless residue says
 * otherwise; `+`: in the element of the form before it.
 */
const addForm = (
  { root, drafts, holders, tags, shapeOf }: Building,
  form: Form,
  before: Form | undefined,
  isHeadword: boolean,
): void => {
  const shape = shapeOf(form.id, ELEMENT_POSITION) ?? (isHeadword ? 'lexical-unit' : 'variant')
  const inner = textDraft('form', 'form', tags.ofForm(form), form.text)
  const alone: Draft = { ...inner, slot: form.id, owns: true }
  const shared = holders.get(before?.id ?? '')
  if (shape === 'lexical-unit' || shape === 'citation') {
    const unit = childInSlot(root, shape) ?? draft(shape, shape)
    if (unit.children.length === 0) root.children.push(unit)
    unit.children.push(alone)
    drafts.set(form.id, alone)
  } else if (shape === '+' && shared !== undefined) {
    shared.children.push(alone)
    drafts.set(form.id, alone)
    holders.set(form.id, shared)
  } else {
    const variant = ownDraft(shape === 'pronunciation' ? shape : 'variant', form.id, {}, [inner])
    root.children.push(variant)
    drafts.set(form.id, variant)
    holders.set(form.id, variant)
  }
}

/**
 * A picture is an illustration of the first sense (`sense-2`: of the second), a recording stands in a
 * pronunciation of its own; `+`: in that of its form, or else of the recording before it.
 */
const addMedia = (
  { root, drafts, senses, holders, shapeOf }: Building,
  media: Media,
  before: Media | undefined,
): void => {
  const shape = shapeOf(media.id, ELEMENT_POSITION)
  const href = hrefOf(media.path)
  const label = draft('label', 'label')
  const nth = Number(/^sense-(\d+)$/.exec(shape ?? '')?.[1] ?? 1)
  const sense = senses[nth - 1] ?? senses[0]
  if (media.kind === 'picture' && sense !== undefined) {
    const picture = ownDraft('illustration', media.id, { href }, [label])
    sense.children.push(picture)
    drafts.set(media.id, picture)
    return
  }
  const shared = [media.form, before?.id]
    .map((id) => holders.get(id ?? ''))
    .find((holder) => holder?.name === 'pronunciation')
  if (shape === '+' && shared !== undefined) {
    const clip = ownDraft('media', media.id, { href }, [label])
    shared.children.push(clip)
    drafts.set(media.id, clip)
    holders.set(media.id, shared)
  } else {
    const clip = draft('media', 'media', { href }, [label])
    const alone = ownDraft('pronunciation', media.id, {}, [clip])
    root.children.push(alone)
    drafts.set(media.id, alone)
    holders.set(media.id, alone)
  }
}
