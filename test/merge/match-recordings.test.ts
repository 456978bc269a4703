import { describe, expect, test } from 'vitest'
import { readLexicon } from '../../scripts/read-lexicon'
import { createRecordingMatcher, namesIn } from '../../src/merge/match-recordings'

const giaRai = createRecordingMatcher(readLexicon('data', 'gia-rai').lexicon!)
const baNa = createRecordingMatcher(readLexicon('data', 'ba-na').lexicon!)

const entryOf = (name: string, variety?: string) => {
  const match = giaRai.matchName(name, variety)
  return match.kind === 'matched' ? match.candidate.entry : match.kind
}

describe('namesIn', () => {
  test('gives the whole name first, then what may be meant by it', () => {
    expect(namesIn('012 anai (2).wav')).toEqual(['012 anai (2)', '012 anai', 'anai (2)', 'anai'])
    expect(namesIn('anai_A B.m4a')).toEqual(['anai_A B', 'anai A B', 'anai'])
    expect(namesIn('anai')).toEqual(['anai'])
  })
})

describe('matchName', () => {
  test('knows ids of entries and forms, alone or in a longer name', () => {
    expect(entryOf('gr-00001.wav')).toBe('gr-00001')
    expect(entryOf('GR-00001.WAV')).toBe('gr-00001')
    expect(entryOf('gr-f00002.mp3')).toBe('gr-00002')
    expect(entryOf('gr-00001-2.wav')).toBe('gr-00001')
    expect(entryOf('07_gr-00001_A B.wav')).toBe('gr-00001')
    expect(entryOf('gr-00001 gr-00002.wav')).toBe('several')
  })

  test('knows headwords, also as another system writes them', () => {
    expect(giaRai.matchName('kâo.wav')).toMatchObject({ kind: 'matched', by: 'text' })
    expect(entryOf('kâo.wav')).toBe('gr-00001')
    expect(entryOf('kâo.wav'.normalize('NFD'))).toBe('gr-00001')
    expect(entryOf('kâo (3).flac')).toBe('gr-00001')
    expect(entryOf('kâo-1.wav')).toBe('gr-00001')
    expect(entryOf('001 kâo.wav')).toBe('gr-00001')
    expect(entryOf('kâo_A B.wav')).toBe('gr-00001')
    expect(giaRai.matchName('KÂO.wav')).toMatchObject({ by: 'letters' })
  })

  test('knows names in old encodings and as keys typed', () => {
    // VNI: k a â o with the circumflex as a sign of its own.
    expect(giaRai.matchName('kaâo.wav')).toMatchObject({ kind: 'matched', by: 'reading' })
    expect(entryOf('kaâo.wav')).toBe('gr-00001')
    expect(entryOf('kaao.wav')).toBe('gr-00001')
  })

  test('chooses between nothing that is written alike, and says what it may be', () => {
    const match = giaRai.matchName('jŭ.wav')
    expect(match).toMatchObject({
      kind: 'several',
      candidates: [
        { entry: 'gr-00095', headword: 'jŭ' },
        { entry: 'gr-00136', headword: 'jŭ' },
      ],
    })
    expect(match.kind === 'several' && match.candidates.map(({ gloss }) => gloss)).toEqual([
      'đen',
      'đếm',
    ])
  })

  test('a headword goes before another form, and names what is near where none fits', () => {
    expect(baNa.matchName('ʔiɲ.wav').kind).not.toBe('unmatched')
    expect(giaRai.matchName('qwzx.wav')).toEqual({ kind: 'unmatched', near: [] })
    const near = giaRai.matchName('kaox.wav')
    expect(near.kind === 'unmatched' && near.near).toContain('kâo')
  })

  test('never throws, whatever a file is called', () => {
    for (const name of ['', '.wav', '-', '(2)', '%03d', '\n', '\ud800', 'concat:a|b', '😀', '_'])
      expect(giaRai.matchName(name).kind).toBeDefined()
  })
})
