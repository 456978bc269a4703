import type { Format } from './format'

/** A format by name; its code, with the packages it needs, is loaded when it is used. */
export interface FormatEntry {
  readonly id: string
  readonly load: () => Promise<Format>
}

export const FORMATS: readonly FormatEntry[] = []
