import { unknownCode } from './walk/unknown-code'

export const unknownNotation = unknownCode('unknown-notation', 'notation', (lexicon) =>
  lexicon.shared.notations.map((row) => row.value.id),
)
