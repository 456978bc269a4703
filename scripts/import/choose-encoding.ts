import { PROVISIONAL_ID } from '../../src/lexicon/ids'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { convertLegacy, findLegacy } from '../../src/text/legacy/detect'
import type { LegacyEncoding } from '../../src/text/legacy/tell-tales'
import type { EncodingOption } from './options'

/** What is known of the letters of a file, and what is done about it. */
export interface ChosenEncoding {
  /** The texts are converted from it. */
  readonly encoding?: LegacyEncoding
  /** They seem to be in it, for certain or not. */
  readonly seems?: { readonly encoding: LegacyEncoding; readonly isCertain: boolean }
  readonly sample?: { readonly before: string; readonly after: string }
}

/**
 * Texts are converted when that was asked for, when two different tell-tales stand in them, or when
 * the bytes can be nothing else. The sample is the first text that converting changes.
 */
export const chooseEncoding = (
  { forms, examples }: Lexicon,
  option: EncodingOption,
  bytesAreVni: boolean,
): ChosenEncoding => {
  if (option === 'utf-8') return {}
  // What has an id of ours came out of the dictionary, where nothing is in an old encoding.
  const texts = [...forms, ...examples].flatMap(({ value }) =>
    PROVISIONAL_ID.test(value.id) ? value.text : [],
  )
  const sampleOf = (encoding: LegacyEncoding) => {
    const before = texts.find((text) => convertLegacy(text, encoding) !== text)
    return before === undefined
      ? {}
      : { sample: { before, after: convertLegacy(before, encoding) } }
  }
  if (option !== 'auto') return { encoding: option, ...sampleOf(option) }
  const { tellTales, certain = bytesAreVni ? 'vni' : undefined } = findLegacy(texts)
  if (certain !== undefined)
    return {
      encoding: certain,
      seems: { encoding: certain, isCertain: true },
      ...sampleOf(certain),
    }
  const [likely] = tellTales
  if (likely === undefined) return {}
  const { encoding, sample } = likely
  return {
    seems: { encoding, isCertain: false },
    sample: { before: sample, after: convertLegacy(sample, encoding) },
  }
}
