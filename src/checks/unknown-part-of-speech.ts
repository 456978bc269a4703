import { unknownCode } from './walk/unknown-code'

export const unknownPartOfSpeech = unknownCode(
  'unknown-part-of-speech',
  'part-of-speech',
  (lexicon) => lexicon.shared.partsOfSpeech.map((row) => row.value.id),
)
