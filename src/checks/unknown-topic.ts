import { unknownCode } from './walk/unknown-code'

export const unknownTopic = unknownCode('unknown-topic', 'topic', (lexicon) =>
  lexicon.shared.topics.map((row) => row.value.id),
)
