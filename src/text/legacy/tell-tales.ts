/** Encodings whose texts are valid Unicode but say other letters than they show. */
export type LegacyEncoding = 'tnkeyuni' | 'vni'

/** A sign that a text has only where it is of a legacy encoding. */
export interface TellTale {
  readonly encoding: LegacyEncoding
  readonly sign: string
  readonly count: number
  /** The first word it stands in. */
  readonly sample: string
}

export interface TellTales {
  /** Each sign once, the most frequent first. */
  readonly tellTales: readonly TellTale[]
  /** Words with a letter that a text in the encoding cannot have. */
  readonly against: Readonly<Record<LegacyEncoding, number>>
}

interface Pattern {
  readonly encoding: LegacyEncoding
  readonly sign: string
  readonly pattern: RegExp
}

/**
 * Places where the signs are no punctuation. `~ & _ “ ”` are letters of TNKeyUni too, but stand
 * anywhere; a back quote between vowels may be the breve of Gia Lai typing, which is why one tell-tale
 * is not enough. Pairs of VNI are those no word of Vietnamese or of the four languages has.
 */
const PATTERNS: readonly Pattern[] = [
  tnKeyUni('\\', /[aeiouyâêôơư]\\(?!\p{L}{2,3} )/iu),
  tnKeyUni('|', /[âêôơưAEIOUY]\|/u),
  tnKeyUni('^', /\p{L}\^(?!\d)/u),
  tnKeyUni('#', /[aeiouyâêô]#(?!\d)/u),
  tnKeyUni('$', /[AEIOUYÂÊÔ]\$(?!\d)/u),
  tnKeyUni('[', /^\[\p{L}[^\]]*$/u),
  tnKeyUni('{', /^\{\p{L}[^}]*$/u),
  tnKeyUni(']', /^\]\p{L}/u),
  tnKeyUni('}', /^\}\p{L}/u),
  tnKeyUni('`', /[aeiouyâêôơư]`[aeiouyâêôơư]/iu),
  ...['aê', 'eê', 'ôê', 'öê', 'aâ', 'eâ', 'oâ', 'öô'].map(vni),
  ...['aù', 'aø', 'aû', 'aõ', 'aï', 'eù', 'eø', 'où', 'oø', 'oï', 'uø', 'ôø', 'öø'].map(vni),
]

function tnKeyUni(sign: string, pattern: RegExp): Pattern {
  return { encoding: 'tnkeyuni', sign, pattern }
}

function vni(sign: string): Pattern {
  return { encoding: 'vni', sign, pattern: new RegExp(sign, 'i') }
}

/** Letters of these languages that TNKeyUni draws in other places. */
const NOT_TNKEYUNI = /[ƀčĕĭŏŭ]|\u0306/i
/** Letters beyond Latin-1. */
const NOT_VNI = /[ăđơưƀčĕĭŏŭ\u1ea0-\u1ef9]|[\u0300-\u036f]/i
/** A word with nothing else in it is evidence of nothing. */
const PLAIN = /^[\w.,;:!?()'"-]*$/

export const tellTalesIn = (texts: Iterable<string>): TellTales => {
  const found = new Map<Pattern, { count: number; sample: string }>()
  const against = { tnkeyuni: 0, vni: 0 }
  for (const text of texts) {
    if (PLAIN.test(text)) continue
    for (const word of text.normalize('NFC').split(/\s+/)) {
      if (PLAIN.test(word)) continue
      if (NOT_TNKEYUNI.test(word)) against.tnkeyuni++
      const isUnicode = NOT_VNI.test(word)
      if (isUnicode) against.vni++
      for (const pattern of PATTERNS) {
        if (pattern.encoding === 'vni' && isUnicode) continue
        if (!pattern.pattern.test(word)) continue
        const before = found.get(pattern)
        if (before === undefined) found.set(pattern, { count: 1, sample: word })
        else before.count++
      }
    }
  }
  const tellTales = [...found].map(([{ encoding, sign }, seen]) => ({ encoding, sign, ...seen }))
  return { tellTales: tellTales.sort((a, b) => b.count - a.count), against }
}
