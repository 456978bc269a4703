import { normaliseText } from '../../text/normalise'
import type { Article } from './article'

/** How records of a file refer to each other: by headword, homograph number and number of the sense (`et2 1`). */
export interface References {
  /** Id of the one entry or sense that a text names; none: no record, or several, are called so. */
  readonly idOf: (text: string) => string | undefined
  /** What to call the entry or sense with an id. */
  readonly nameOf: (id: string) => string | undefined
}

const SENSE_NUMBER = / +([0-9]+)$/

/** Nothing is looked at before the first question. */
export const createReferences = (articles: readonly Article[]): References => {
  let names: Names | undefined
  const known = (): Names => (names ??= learn(articles))
  return {
    idOf: (text) => {
      const { entryOf, sensesByEntry } = known()
      const name = normaliseText(text)
      const entry = entryOf(name)
      if (entry !== undefined) return entry
      const numbered = SENSE_NUMBER.exec(name)
      if (numbered === null) return undefined
      const owner = entryOf(name.slice(0, numbered.index))
      return owner === undefined ? undefined : sensesByEntry.get(owner)?.[Number(numbered[1]) - 1]
    },
    nameOf: (id) => known().nameById.get(id),
  }
}

interface Names {
  readonly entryOf: (name: string) => string | undefined
  readonly sensesByEntry: ReadonlyMap<string, readonly string[]>
  readonly nameById: ReadonlyMap<string, string>
}

const learn = (articles: readonly Article[]): Names => {
  const entryByName = new Map<string, string | undefined>()
  const entryByNumberedName = new Map<string, string | undefined>()
  const sensesByEntry = new Map<string, readonly string[]>()
  const nameById = new Map<string, string>()
  const add = (names: Map<string, string | undefined>, name: string, id: string): void => {
    names.set(name, names.has(name) ? undefined : id)
  }
  for (const { entry, senses } of articles) {
    const { id, headword, homograph } = entry
    const name = `${headword}${homograph ?? ''}`
    add(entryByName, normaliseText(headword), id)
    if (homograph !== undefined) add(entryByNumberedName, normaliseText(name), id)
    nameById.set(id, name)
    const ids = senses.map(({ sense }) => sense.id)
    sensesByEntry.set(id, ids)
    for (const [index, sense] of ids.entries()) nameById.set(sense, `${name} ${index + 1}`)
  }
  const entryOf = (name: string): string | undefined =>
    entryByName.get(name) ?? entryByNumberedName.get(name)
  return { entryOf, sensesByEntry, nameById }
}
