import { Charset, Encoder, Index, type IndexOptions } from 'flexsearch'
import type { Field } from '../../../scripts/bench/search/corpus'
import { engineOf, type Parts } from '../engine'
import { fold, foldedForms, foldedGlosses } from '../fold'

/** Asked one after the other until there are answers enough: no single setting finds all it can. */
const STAGES: readonly { readonly settings: () => IndexOptions; readonly suggest: boolean }[] = [
  { settings: () => ({ tokenize: 'strict', encoder: encoder(Charset.Default) }), suggest: false },
  { settings: () => ({ tokenize: 'forward', encoder: encoder(Charset.Default) }), suggest: false },
  { settings: () => ({ tokenize: 'tolerant', encoder: encoder(Charset.Default) }), suggest: true },
  {
    settings: () => ({ tokenize: 'full', encoder: encoder(Charset.LatinAdvanced) }),
    suggest: true,
  },
]

/** Its cache waits for a timer, which a loop never lets run. */
const encoder = (charset: typeof Charset.Default): Encoder =>
  new Encoder({ ...charset, cache: false })

type State = Readonly<Record<Field, readonly Index[]>>

const emptyState = (): State => ({
  headword: STAGES.map(({ settings }) => new Index(settings())),
  gloss: STAGES.map(({ settings }) => new Index(settings())),
})

export const flexsearch = engineOf<State>({
  id: 'flexsearch',
  label: 'FlexSearch',
  largest: 100_000,
  build: async ({ entries }) => {
    const state = emptyState()
    entries.forEach((entry, place) => {
      for (const index of state.headword) index.add(place, foldedForms(entry).join(' ; '))
      for (const index of state.gloss) index.add(place, foldedGlosses(entry).join(' ; '))
    })
    const parts = new Map<string, Uint8Array>()
    const encode = new TextEncoder()
    for (const [field, indexes] of Object.entries(state))
      for (const [stage, index] of indexes.entries())
        await index.export((key, data) => {
          if (data) parts.set(`${field}|${stage}|${key}`, encode.encode(String(data)))
        })
    return parts
  },
  open: (parts: Parts) => {
    const state = emptyState()
    const decoder = new TextDecoder()
    for (const [name, bytes] of parts) {
      const [field, stage, ...key] = name.split('|')
      state[field as Field][Number(stage)]!.import(key.join('|'), decoder.decode(bytes))
    }
    return state
  },
  find: (state, query, field, limit) => {
    const found = new Set<number>()
    const folded = fold(query)
    for (const [stage, { suggest }] of STAGES.entries()) {
      if (found.size >= limit) break
      for (const place of state[field][stage]!.search(folded, { limit, suggest }))
        if (found.size < limit) found.add(Number(place))
    }
    return [...found]
  },
})
