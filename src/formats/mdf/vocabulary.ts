import type { PartOfSpeech, SemanticDomain } from '../../lexicon/ids'
import type { Lexicon } from '../../lexicon/lexicon'
import { createOrthography, letterKey } from '../../text/orthography'
import { hasPhoneticSigns } from '../../text/transcription'
import { createPartOfSpeechFinder } from '../part-of-speech-names'
import type { Markers } from './markers'

/** What the values of lines mean, by the settings of the dictionary. */
export interface Vocabulary {
  readonly markers: Markers
  readonly partOfSpeechOf: (text: string) => PartOfSpeech | undefined
  /** By code or name. */
  readonly domainOf: (text: string) => SemanticDomain | undefined
  readonly isTranscription: (text: string) => boolean
}

export const createVocabulary = (settings: Lexicon, markers: Markers): Vocabulary => {
  const orthography = createOrthography({
    graphemes: settings.graphemes.map(({ value }) => value),
    equivalences: settings.equivalences.map(({ value }) => value),
  })
  const find = createPartOfSpeechFinder(settings.shared.partsOfSpeech)
  const partOfSpeech = new Map<string, PartOfSpeech | undefined>()
  const domainByKey = new Map<string, SemanticDomain>()
  const rows = settings.shared.semanticDomains.map(({ value }) => value)
  for (const { id, nameVi, nameEn } of rows)
    for (const name of [nameEn, nameVi]) domainByKey.set(letterKey(name), id)
  for (const { id } of rows) domainByKey.set(letterKey(id), id)
  return {
    markers,
    partOfSpeechOf: (text) => {
      if (!partOfSpeech.has(text)) partOfSpeech.set(text, text === '' ? undefined : find(text))
      return partOfSpeech.get(text)
    },
    domainOf: (text) => domainByKey.get(letterKey(text)),
    isTranscription: (text) => hasPhoneticSigns(text, orthography),
  }
}

const UNSAFE = /[\\:*?"<>|]|\p{Cc}/u

/** Whether a path stays under media/ on every system: `a/b.opus`, not `../x`, `/x`, `C:\x`. */
export const isSafePath = (path: string): boolean =>
  !UNSAFE.test(path) &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
