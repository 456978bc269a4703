import { unknownCode } from './walk/unknown-code'

export const unknownPractice = unknownCode('unknown-practice', 'practice', (lexicon) =>
  lexicon.language.practices.map((practice) => practice.id),
)
