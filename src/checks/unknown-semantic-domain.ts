import { unknownCode } from './walk/unknown-code'

export const unknownSemanticDomain = unknownCode(
  'unknown-semantic-domain',
  'semantic-domain',
  (lexicon) => lexicon.shared.semanticDomains.map((row) => row.value.id),
)
