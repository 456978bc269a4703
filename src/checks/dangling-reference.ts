import type { ReferenceTarget } from '../lexicon/field'
import type { Lexicon } from '../lexicon/lexicon'
import { RESIDUE_FIELDS, RETIRED_FIELDS } from '../lexicon/retired'
import type { Check } from './check'
import { type Reference, unknownReferences } from './walk/references'

/** Ids that nothing has. Codes of the small tables have rules of their own, which say what is known. */
export const danglingReference: Check = {
  code: 'dangling-reference',
  *run(lexicon) {
    const idsByTarget = targetsOf(lexicon)
    const isKnown = (given: string, of: Target) =>
      given === '' || idsByTarget.get(of)?.some((ids) => ids.has(given)) === true
    for (const { given, of, at } of references(lexicon, isKnown))
      yield { code: 'dangling-reference', severity: 'error', at: at(), given, target: of }
  },
}

type Target = ReferenceTarget | 'anything'
type AnyReference = Omit<Reference, 'of'> & { readonly of: Target }
type Ids = ReadonlySet<string>

/** The sets of ids, in one of which a reference of the kind must be. */
const targetsOf = (lexicon: Lexicon): ReadonlyMap<Target, readonly Ids[]> => {
  const ids = (rows: readonly { readonly value: { readonly id: string } }[]): Ids =>
    new Set(rows.map(({ value }) => value.id))
  const entries = ids(lexicon.entries)
  const forms = ids(lexicon.forms)
  const senses = ids(lexicon.senses)
  const others = [lexicon.examples, lexicon.relations, lexicon.media, lexicon.retired].map(ids)
  return new Map<Target, readonly Ids[]>([
    ['entry', [entries]],
    ['form', [forms]],
    ['sense', [senses]],
    ['entry-or-sense', [entries, senses]],
    ['language', [languagesOf(lexicon)]],
    ['anything', [entries, forms, senses, ...others]],
  ])
}

/** A variety may be counted under a dictionary that is not read here; its own must then be named too. */
const languagesOf = ({ language, varieties }: Lexicon): Ids => {
  const own = varieties.filter(({ value }) => value.countedUnder.includes(language.code))
  return new Set([language.code, ...own.flatMap(({ value }) => value.countedUnder)])
}

const TARGETS = ['entry', 'form', 'sense', 'entry-or-sense', 'language'] as const

function* references(
  lexicon: Lexicon,
  isKnown: (given: string, of: Target) => boolean,
): Iterable<AnyReference> {
  yield* unknownReferences(lexicon, TARGETS, isKnown)
  for (const reference of ownersAndSuccessors(lexicon))
    if (!isKnown(reference.given, reference.of)) yield reference
}

/** Ids in columns that may hold one of any kind. */
function* ownersAndSuccessors({ residue, retired }: Lexicon): Iterable<AnyReference> {
  for (const { value, place } of residue)
    yield {
      given: value.owner ?? '',
      of: 'anything',
      at: () => place(RESIDUE_FIELDS.owner.column),
    }
  for (const { value, place } of retired)
    yield {
      given: value.successor ?? '',
      of: 'anything',
      at: () => place(RETIRED_FIELDS.successor.column),
    }
}
