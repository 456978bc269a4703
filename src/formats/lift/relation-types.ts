import type { RELATION_KINDS, Relation } from '../../lexicon/relation'
import { lowerCase } from '../../text/normalise'
import { elementsIn, type XmlElement } from '../xml/xml-element'
import { type Draft, draft, ownDraft } from './draft'

type RelationKind = (typeof RELATION_KINDS)[number]

/** FLEx's tie from a complex form to its parts; the trait says which sort of complex form. */
export const COMPONENT = '_component-lexeme'
export const COMPLEX_FORM_TYPE = 'complex-form-type'

/** What we write. */
const LIFT_TYPES: Readonly<
  Record<RelationKind, { readonly type: string; readonly complexForm?: string }>
> = {
  synonym: { type: 'synonym' },
  antonym: { type: 'antonym' },
  'compound-of': { type: COMPONENT, complexForm: 'Compound' },
  'derived-from': { type: COMPONENT, complexForm: 'Derivative' },
  see: { type: 'see' },
}

/** What others write, in small letters. */
const KIND_BY_NAME: ReadonlyMap<string, RelationKind> = new Map([
  ['synonym', 'synonym'],
  ['synonyms', 'synonym'],
  ['syn', 'synonym'],
  ['antonym', 'antonym'],
  ['antonyms', 'antonym'],
  ['ant', 'antonym'],
  ['see', 'see'],
  ['cf', 'see'],
  ['confer', 'see'],
  ['compare', 'see'],
  ['cross reference', 'see'],
  ['baseform', 'derived-from'],
  ['derived-from', 'derived-from'],
  ['compound-of', 'compound-of'],
])

/** None: not one of the ties we know; then the element is kept as it is. */
export const kindOfRelation = (relation: XmlElement): RelationKind | undefined => {
  const type = relation.attributes.type ?? ''
  if (type !== COMPONENT) return KIND_BY_NAME.get(lowerCase(type))
  const traits = elementsIn(relation, 'trait')
  if (traits.some(({ attributes }) => attributes.name === 'variant-type')) return undefined
  switch (complexFormTrait(relation)?.attributes.value) {
    case undefined:
    case 'Compound':
      return 'compound-of'
    case 'Derivative':
      return 'derived-from'
    default:
      return undefined
  }
}

export const complexFormTrait = (relation: XmlElement): XmlElement | undefined =>
  elementsIn(relation, 'trait').find(({ attributes }) => attributes.name === COMPLEX_FORM_TYPE)

/** `ref`: what the file calls the entry or sense it leads to. */
export const buildRelation = ({ id, kind }: Relation, ref: string): Draft => {
  const { type, complexForm } = LIFT_TYPES[kind]
  const element = ownDraft('relation', id, { type, ref })
  if (complexForm !== undefined) {
    const attributes = { name: COMPLEX_FORM_TYPE, value: complexForm }
    element.children.push(draft('trait', COMPLEX_FORM_TYPE, attributes))
  }
  return element
}
