/**
 * Normal form of every text that is stored, compared or shown: NFC, with circumflex before breve.
 * Both marks have combining class 230, so NFC leaves `ĕ̂` and `ê̆` apart although they are one letter.
 */

const PLAIN = /^[\u0020-\u02ff]*$/
const BREVES_AND_CIRCUMFLEXES = /\u0306[\u0302\u0306]*\u0302/g

/** Texts of any length; unpaired surrogates and control characters pass through. */
export const normaliseText = (text: string): string => {
  if (PLAIN.test(text)) return text
  const composed = text.normalize('NFC')
  // A circumflex after a breve is in no composed letter, so it stands alone: most texts are done here.
  if (!composed.includes('\u0302')) return composed
  return text
    .normalize('NFD')
    .replace(BREVES_AND_CIRCUMFLEXES, (marks) => [...marks].sort().join(''))
    .normalize('NFC')
}

/** Base characters and marks, each a code point of its own. */
export const decompose = (text: string): string => text.normalize('NFD')

const APOSTROPHES = /[\u2018\u2019\u02bc\u02bb\u2032\u00b4\ua78c\uff07]/g

/** The many signs typed for the apostrophe of `'ba` as U+0027. For keys; what is stored keeps its sign. */
export const plainApostrophes = (text: string): string => text.replace(APOSTROPHES, "'")

/** Lower case by Unicode, the same whatever the device's language is set to. */
export const lowerCase = (text: string): string => text.toLowerCase()

/** Loads `unorm` where the runtime has no `String.prototype.normalize`; call once, before anything else. */
export const ensureNormalise = async (): Promise<void> => {
  if (typeof String.prototype.normalize !== 'function') await import('./polyfill')
}
