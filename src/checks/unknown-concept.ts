import { unknownCode } from './walk/unknown-code'

export const unknownConcept = unknownCode('unknown-concept', 'concept', (lexicon) =>
  lexicon.shared.concepts.map((row) => row.value.id),
)
