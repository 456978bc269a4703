import { ID_PATTERN, type LanguageCode, type VarietyId } from '../lexicon/ids'

/** Guards at the border: what came from a file, the network or an older release. */

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isLanguageCode = (value: unknown): value is LanguageCode =>
  typeof value === 'string' && ID_PATTERN.test(value)

export const isVarietyId = (value: unknown): value is VarietyId =>
  typeof value === 'string' && ID_PATTERN.test(value)
