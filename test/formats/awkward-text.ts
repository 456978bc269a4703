import fc from 'fast-check'

/** Texts of the characters that trip up a table: quotes, separators, line ends, marks, right-to-left, astral. */
export const awkwardText = (minLength = 0): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'binary', minLength, maxLength: 12 }),
    fc.string({ unit: fc.constantFrom(...AWKWARD), minLength, maxLength: 12 }),
  )

const AWKWARD = [
  ...['"', ',', ';', '\\', ' ', '\n', '\r', '\t', '\uFEFF', "'", '-', '=', '0'],
  ...['a', 'ê̆', 'ơ̆', '\u0306', '\u0302', '\u202E', 'ا', '𝒜', '👩‍🌾'],
]
