import type { Relation } from '../../lexicon/relation'
import type { Sense } from '../../lexicon/sense'
import type { Article } from './article'
import { slotName } from './draft'
import { encodeText } from './lines'
import { relationMarker } from './markers'
import type { References } from './references'
import { isSafePath, type Vocabulary } from './vocabulary'

/** A line that an article has by itself, in the order in which we write them. */
export interface Item {
  readonly record: { readonly id: string }
  readonly scope: number
  /** As in the marks of a reader: `ge 2`. Empty: no line, only what hangs on it. */
  readonly slot: string
  readonly marker: string
  readonly text: string
  /** What it says goes without saying: written only where a file had it. */
  readonly silent: boolean
}

/** The lines of an article in MDF's order: entry, forms, media, notes; then each sense with its examples. */
export const itemsOf = (
  { entry, forms, media, relations, senses, under }: Article,
  { markers, partOfSpeechOf, domainOf }: Vocabulary,
  references: References,
): readonly Item[] => {
  const items: Item[] = []
  let scope = 0
  const add = (
    record: { readonly id: string },
    slot: string,
    marker: string,
    text: string,
    silent = false,
  ): void => {
    items.push({ record, scope, slot, marker, text, silent })
  }
  const text = (
    record: { readonly id: string },
    role: 'vn' | 'nt' | 'ge' | 'gn' | 'dn' | 'xv' | 'xn' | 'xe',
    value: string | undefined,
    n = 1,
  ): void => {
    if (value !== undefined)
      add(record, slotName(role, n), markers.markerOf(role), encodeText(value))
  }
  const relate = (relation: Relation): void => {
    const name = references.nameOf(relation.to) ?? relation.to
    add(relation, 'relation', relationMarker(relation.kind), encodeText(name))
  }

  const [headword, ...further] = forms
  const lx = under === undefined ? markers.markerOf('lx') : 'se'
  add(headword ?? entry, 'lx', lx, encodeText(headword?.text ?? entry.headword))
  if (entry.homograph !== undefined)
    add(entry, 'hm', markers.markerOf('hm'), String(entry.homograph))
  for (const form of further) {
    const role = form.kind === 'transcription' ? 'ph' : 'va'
    add(form, 'form', markers.markerOf(role), encodeText(form.text))
    if (role === 'va') text(form, 'vn', form.note)
  }
  for (const clip of media) {
    const role = clip.kind === 'audio' ? 'sf' : 'pc'
    if (isSafePath(clip.path)) add(clip, role, markers.markerOf(role), encodeText(clip.path))
    else add(clip, '', '', '')
  }
  text(entry, 'nt', entry.note)
  relations.forEach(relate)

  let partOfSpeech: Sense['partOfSpeech']
  for (const { sense, examples, relations } of senses) {
    scope++
    const known = knownCode(sense.partOfSpeech, partOfSpeechOf)
    add(sense, 'ps', markers.markerOf('ps'), known ?? '', known === partOfSpeech)
    partOfSpeech = known
    add(sense, 'sn', markers.markerOf('sn'), String(scope), senses.length === 1)
    add(sense, '', '', '')
    for (const [i, gloss] of sense.glossEn.entries()) text(sense, 'ge', gloss, i + 1)
    for (const [i, gloss] of sense.glossVi.entries()) text(sense, 'gn', gloss, i + 1)
    text(sense, 'dn', sense.definitionVi)
    for (const example of examples) {
      text(example, 'xv', example.text)
      text(example, 'xe', example.translationEn)
      text(example, 'xn', example.translationVi)
    }
    relations.forEach(relate)
    const domain = knownCode(sense.semanticDomain, domainOf)
    if (domain !== undefined) add(sense, 'sd', markers.markerOf('sd'), domain)
    text(sense, 'nt', sense.note)
  }
  return items
}

/** A code that its line would be read as; another goes into a line of ours. */
export const knownCode = <Code extends string>(
  code: Code | undefined,
  find: (text: string) => Code | undefined,
): Code | undefined => (code !== undefined && find(code) === code ? code : undefined)
