import { unknownCode } from './walk/unknown-code'

export const unknownVariety = unknownCode('unknown-variety', 'variety', (lexicon) =>
  lexicon.varieties.map((row) => row.value.id),
)
