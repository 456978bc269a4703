import type { Lexicon } from '../lexicon/lexicon'
import type { Problem } from '../lexicon/problem'
import type { Check } from './check'
import { danglingReference } from './dangling-reference'
import { duplicateEntry } from './duplicate-entry'
import { duplicateId } from './duplicate-id'
import { duplicateNumber } from './duplicate-number'
import { emptyHeadword } from './empty-headword'
import { entryWithoutForm } from './entry-without-form'
import { entryWithoutSense } from './entry-without-sense'
import { exampleWithoutHeadword } from './example-without-headword'
import { exampleWithoutTranslation } from './example-without-translation'
import { glossEqualsHeadword } from './gloss-equals-headword'
import { headwordNotItsForm } from './headword-not-its-form'
import { homographNumbers } from './homograph-numbers'
import { ledgerBroken } from './ledger-broken'
import { letterOutsideOrthography } from './letter-outside-orthography'
import { licenceNotPublishable } from './licence-not-publishable'
import { malformedId } from './malformed-id'
import { markOrder } from './mark-order'
import { mediaHash } from './media-hash'
import { mediaMissing } from './media-missing'
import { mediaUnreferenced } from './media-unreferenced'
import { notANumber } from './not-a-number'
import { numberWords } from './number-words'
import { relationNotMutual } from './relation-not-mutual'
import { reviewOfNothing } from './review-of-nothing'
import { reviewWithoutRow } from './review-without-row'
import { senseWithoutVietnameseGloss } from './sense-without-vietnamese-gloss'
import { shareAlikeNotApart } from './share-alike-not-apart'
import { toneMarkPlace } from './tone-mark-place'
import { transcriptionWithoutNotation } from './transcription-without-notation'
import { unexplainedCell } from './unexplained-cell'
import { unknownConcept } from './unknown-concept'
import { unknownNotation } from './unknown-notation'
import { unknownPartOfSpeech } from './unknown-part-of-speech'
import { unknownPractice } from './unknown-practice'
import { unknownSemanticDomain } from './unknown-semantic-domain'
import { unknownTopic } from './unknown-topic'
import { unknownVariety } from './unknown-variety'
import { withoutLicence } from './without-licence'
import { withoutSource } from './without-source'

export const CHECKS: readonly Check[] = [
  unexplainedCell,
  notANumber,
  malformedId,
  duplicateId,
  duplicateNumber,
  emptyHeadword,
  headwordNotItsForm,
  duplicateEntry,
  homographNumbers,
  entryWithoutForm,
  entryWithoutSense,
  danglingReference,
  unknownPartOfSpeech,
  unknownSemanticDomain,
  unknownTopic,
  unknownConcept,
  unknownVariety,
  unknownPractice,
  unknownNotation,
  letterOutsideOrthography,
  markOrder,
  senseWithoutVietnameseGloss,
  glossEqualsHeadword,
  toneMarkPlace,
  numberWords,
  exampleWithoutTranslation,
  exampleWithoutHeadword,
  relationNotMutual,
  transcriptionWithoutNotation,
  withoutSource,
  withoutLicence,
  licenceNotPublishable,
  shareAlikeNotApart,
  reviewWithoutRow,
  reviewOfNothing,
  mediaMissing,
  mediaHash,
  mediaUnreferenced,
  ledgerBroken,
]

/** Every problem that the rules find, rule by rule. */
export const checkLexicon = (lexicon: Lexicon): Problem[] =>
  CHECKS.flatMap((check) => [...check.run(lexicon)])
