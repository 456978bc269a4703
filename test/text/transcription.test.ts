import { describe, expect, test } from 'vitest'
import { transcriptionSigns, typedTranscription } from '../../src/text/transcription'
import { BA_NA } from './tables'

describe('transcriptions', () => {
  test('are keyed by the letters somebody would type', () => {
    expect(typedTranscription('ʔiɲ', BA_NA)).toBe('inh')
    expect(typedTranscription('ɟɔːk', BA_NA)).toBe('jok')
  })

  test('list their signs once, letters and marks apart, register last', () => {
    expect(transcriptionSigns('mo̤jʔ')).toEqual(['m', 'o', '\u0324', 'j', 'ʔ'])
    expect(transcriptionSigns('diʔ.T daŋ.L')).toEqual(['d', 'i', 'ʔ', 'a', 'ŋ', '.T', '.L'])
  })
})
