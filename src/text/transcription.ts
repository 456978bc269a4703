import { clusters } from './graphemes'
import { normaliseText } from './normalise'
import type { Orthography } from './orthography'

/**
 * A transcription as somebody who reads Vietnamese would type it (`ʔiɲ` → `inh`), by the
 * `transcription` rows of the language's equivalences. A search key, never shown as a spelling.
 * Signs without a row stay.
 */
export const typedTranscription = (text: string, orthography: Orthography): string => {
  if (orthography.lettersBySign.size === 0) return text
  const signs = marksApart(normaliseText(text), orthography)
  let typed = ''
  for (let i = 0; i < signs.length; ) {
    const length = signLength(signs, i, orthography)
    typed += length > 0 ? orthography.lettersBySign.get(signs.slice(i, i + length)) : signs[i]
    i += Math.max(length, 1)
  }
  return typed
}

/** Marks that have a row of their own (register, breathiness) come out of the letters they sit on. */
const marksApart = (text: string, { lettersBySign }: Orthography): string =>
  clusters(text)
    .map((cluster) => {
      if (lettersBySign.has(cluster)) return cluster
      const [letter = '', ...marks] = cluster.normalize('NFD')
      const own = marks.filter((mark) => lettersBySign.has(mark))
      if (own.length === 0) return cluster
      const rest = marks.filter((mark) => !lettersBySign.has(mark))
      return normaliseText(letter + rest.join('')) + own.join('')
    })
    .join('')

/** Whether a text has signs that only a transcription has (`ɲ`, `ɔ`), so that it may be read as one. */
export const hasPhoneticSigns = (text: string, orthography: Orthography): boolean =>
  clusters(text).some((sign) => sign > '\u024f' && orthography.lettersBySign.has(sign))

/** Code units of the longest sign with a row at this place; 0: none. */
const signLength = (signs: string, at: number, { lettersBySign, longestSign }: Orthography) => {
  for (let n = Math.min(longestSign, signs.length - at); n > 0; n--)
    if (lettersBySign.has(signs.slice(at, at + n))) return n
  return 0
}

const REGISTER = /\.[TLB](?![\p{L}])/gu

/** The signs of a transcription in order, each once, register labels last: for a key in plain words. */
export const transcriptionSigns = (text: string): string[] => {
  const registers = text.match(REGISTER) ?? []
  const signs = clusters(text.replace(REGISTER, '')).flatMap(letterAndMarks)
  return [...new Set([...signs, ...registers])].filter((sign) => /\S/.test(sign))
}

const letterAndMarks = (cluster: string): string[] => {
  const [letter = '', ...marks] = cluster.normalize('NFD')
  return letter === '' ? [] : [letter, ...marks]
}
