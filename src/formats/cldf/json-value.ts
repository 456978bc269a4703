/** Reading JSON of unknown shape: what is not there or of another kind is nothing. */

export const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined

/** A list, or what stands for a list of one. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
