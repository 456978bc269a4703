import type { VarietyId } from '../../lexicon/ids'
import type { Variety } from '../../lexicon/variety'

/** What a file says of a language. */
export interface NamedLanguage {
  readonly id: string
  readonly names: readonly string[]
  readonly glottocode?: string | undefined
  readonly iso639?: string | undefined
}

/**
 * The variety of ours that a file's language is: as the mapping says (`variety@<its id>`), else by its
 * id or name, to the letter, among the names that sources give ours, then among ours, else by Glottocode,
 * else by ISO 639 code. A name or code that several varieties share says no more than that the language is ours: `unsaid` then.
 * None: it is not ours.
 */
export const findVariety = (
  { id, names, glottocode, iso639 }: NamedLanguage,
  varieties: readonly Variety[],
  mapping: ReadonlyMap<string, string>,
  unsaid: VarietyId,
): VarietyId | undefined => {
  const told = mapping.get(`variety@${id}`)
  if (told !== undefined) return varieties.find((variety) => variety.id === told)?.id
  const only = (among: readonly Variety[]): VarietyId | undefined =>
    among.length > 1 ? unsaid : among[0]?.id
  const isNamed = (own: readonly string[]) => [id, ...names].some((name) => own.includes(name))
  const named = varieties.filter(({ sourceNames }) => isNamed(sourceNames))
  if (named.length > 0) return only(named)
  const ours = varieties.filter((variety) => isNamed([variety.id, variety.nameVi, variety.nameEn]))
  if (ours.length > 0) return only(ours)
  const coded = varieties.filter(
    (variety) => glottocode !== undefined && variety.glottocode === glottocode,
  )
  if (coded.length > 0) return only(coded)
  if (glottocode !== undefined) return undefined
  return only(varieties.filter((variety) => iso639 !== undefined && variety.iso639 === iso639))
}
