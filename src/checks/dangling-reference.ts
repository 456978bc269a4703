import type { ReferenceTarget } from '../lexicon/field'
import type { Lexicon } from '../lexicon/lexicon'
import { RESIDUE_FIELDS, RETIRED_FIELDS } from '../lexicon/retired'
import type { Check } from './check'
import { type Reference, referencesTo } from './walk/references'

/** Ids that nothing has. Codes of the small tables have rules of their own, which say what is known. */
export const danglingReference: Check = {
  code: 'dangling-reference',
  *run(lexicon) {
    const idsByTarget = targetsOf(lexicon)
    const references = [
      ...referencesTo(lexicon, 'entry', 'form', 'sense', 'entry-or-sense', 'language'),
      ...ownersAndSuccessors(lexicon),
    ]
    for (const { given, of, at } of references) {
      if (given === '' || idsByTarget.get(of)?.has(given)) continue
      yield { code: 'dangling-reference', severity: 'error', at, given, target: of }
    }
  },
}

type Target = ReferenceTarget | 'anything'

const targetsOf = (lexicon: Lexicon): ReadonlyMap<Target, ReadonlySet<string>> => {
  const ids = (rows: readonly { readonly value: { readonly id: string } }[]): string[] =>
    rows.map(({ value }) => value.id)
  const entries = ids(lexicon.entries)
  const forms = ids(lexicon.forms)
  const senses = ids(lexicon.senses)
  const others = [
    ...ids(lexicon.examples),
    ...ids(lexicon.relations),
    ...ids(lexicon.media),
    ...ids(lexicon.retired),
  ]
  return new Map<Target, ReadonlySet<string>>([
    ['entry', new Set(entries)],
    ['form', new Set(forms)],
    ['sense', new Set(senses)],
    ['entry-or-sense', new Set([...entries, ...senses])],
    ['language', languagesOf(lexicon)],
    ['anything', new Set([...entries, ...forms, ...senses, ...others])],
  ])
}

/** A variety may be counted under a dictionary that is not read here; its own must then be named too. */
const languagesOf = ({ language, varieties }: Lexicon): ReadonlySet<string> => {
  const own = varieties.filter(({ value }) => value.countedUnder.includes(language.code))
  return new Set([language.code, ...own.flatMap(({ value }) => value.countedUnder)])
}

/** Ids in columns that may hold one of any kind. */
function* ownersAndSuccessors({
  residue,
  retired,
}: Lexicon): Iterable<Omit<Reference, 'of'> & { readonly of: Target }> {
  for (const { value, place } of residue)
    yield { given: value.owner ?? '', of: 'anything', at: place(RESIDUE_FIELDS.owner.column) }
  for (const { value, place } of retired)
    yield {
      given: value.successor ?? '',
      of: 'anything',
      at: place(RETIRED_FIELDS.successor.column),
    }
}
