import type { Corpus, Field } from '../../scripts/bench/search/corpus'

/** A way of searching that is measured beside the others. `State` is what it has in memory. */
export interface Engine<State = unknown> {
  readonly id: string
  readonly label: string
  /** Entries it is measured with at most: beyond, it would take hours or all memory. */
  readonly largest?: number
  /** From entries to bytes: what would be built once and downloaded. */
  readonly build: (corpus: Corpus) => Parts | Promise<Parts>
  readonly open: (parts: Parts) => State
  /** Places of entries in the corpus, best first. */
  readonly find: (state: State, query: string, field: Field, limit: number) => readonly number[]
}

/** Bytes by name. What entries look like is no part of an index: those parts are not counted. */
export type Parts = ReadonlyMap<string, Uint8Array>

/** Names of the parts that are not counted begin with it. */
export const UNCOUNTED = 'entries'

export const jsonPart = (value: unknown): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(value))

/** As the builder of the same engine wrote it. */
export const readJson = <Value>(parts: Parts, name: string): Value =>
  JSON.parse(new TextDecoder().decode(parts.get(name))) as Value

/** Lets engines of different states stand in one list. */
export const engineOf = <State>(engine: Engine<State>): Engine =>
  ({
    ...engine,
    find: (state, ...asked) => engine.find(state as State, ...asked),
  }) satisfies Engine
