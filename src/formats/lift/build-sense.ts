import type { Example } from '../../lexicon/example'
import type { Sense } from '../../lexicon/sense'
import type { Building } from './build-entry'
import { type Draft, draft, ownDraft, textDraft } from './draft'
import { DEPTH_POSITION, DOMAIN_TRAIT } from './records'

/** A sense of the entry, or within the one before it where residue says how deep. */
export const addSense = ({ root, drafts, senses, open, shapeOf }: Building, sense: Sense): void => {
  const depth = Math.min(Number(shapeOf(sense.id, DEPTH_POSITION) ?? 0) || 0, open.length)
  const element = ownDraft(depth > 0 ? 'subsense' : 'sense', sense.id)
  const parent = open[depth - 1] ?? root
  parent.children.push(element)
  open.splice(depth, open.length, element)
  senses.push(element)
  drafts.set(sense.id, element)

  const { children } = element
  const { partOfSpeech, glossVi, glossEn, definitionVi, note, semanticDomain } = sense
  if (partOfSpeech !== undefined)
    children.push(draft('grammatical-info', 'pos', { value: partOfSpeech }))
  glossVi.forEach((gloss, i) => {
    children.push(textDraft('gloss', `gloss-vi-${i + 1}`, 'vi', gloss))
  })
  glossEn.forEach((gloss, i) => {
    children.push(textDraft('gloss', `gloss-en-${i + 1}`, 'en', gloss))
  })
  if (definitionVi !== undefined)
    children.push(
      draft('definition', 'definition', {}, [textDraft('form', 'form', 'vi', definitionVi)]),
    )
  if (note !== undefined) children.push(noteDraft(note))
  if (semanticDomain !== undefined)
    children.push(draft('trait', 'domain', { name: DOMAIN_TRAIT, value: semanticDomain }))
}

export const addExample = ({ drafts, tags }: Building, example: Example): void => {
  const element = ownDraft('example', example.id, {}, [
    textDraft('form', 'form', tags.spelling, example.text),
  ])
  const { translationVi, translationEn } = example
  const forms: Draft[] = []
  if (translationVi !== undefined) forms.push(textDraft('form', 'form-vi', 'vi', translationVi))
  if (translationEn !== undefined) forms.push(textDraft('form', 'form-en', 'en', translationEn))
  if (forms.length > 0) element.children.push(draft('translation', 'translation', {}, forms))
  drafts.get(example.sense)?.children.push(element)
  drafts.set(example.id, element)
}

export const noteDraft = (text: string): Draft =>
  draft('note', 'note', {}, [textDraft('form', 'form', 'vi', text)])
