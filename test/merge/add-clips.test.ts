import { describe, expect, test } from 'vitest'
import { readLexicon } from '../../scripts/read-lexicon'
import { checkLexicon } from '../../src/checks/index'
import type { EntryId, FormId, Licence, SourceId, VarietyId } from '../../src/lexicon/ids'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { addClips, type NewClip } from '../../src/merge/add-clips'
import { EVERY_FIELD, LANGUAGE } from '../fixtures'

const read = (): Lexicon => readLexicon(EVERY_FIELD, LANGUAGE).lexicon!
const hash = (digit: string): string => digit.repeat(64)
const clip = (given: Partial<NewClip> = {}): NewClip => ({
  entry: 'bn-00152' as EntryId,
  form: 'bn-f00543' as FormId,
  variety: 'kon-tum' as VarietyId,
  speaker: 'A. B.',
  consent: 'giấy số 1',
  source: 'editor' as SourceId,
  licence: 'CC-BY-4.0' as Licence,
  reviewState: 'draft',
  sha256: hash('a'),
  original: 'et.wav',
  originalSha256: hash('b'),
  ...given,
})

describe('addClips', () => {
  test('gives ids that go on, and files called after them', () => {
    const other = clip({ sha256: hash('c'), originalSha256: hash('d') })
    const { lexicon, paths, added, known } = addClips(read(), [clip(), other])
    expect(added.map(({ id, path }) => [id, path])).toEqual([
      ['bn-m00002', 'bn-m00002.mp3'],
      ['bn-m00003', 'bn-m00003.mp3'],
    ])
    expect([...paths]).toEqual([
      [hash('a'), 'bn-m00002.mp3'],
      [hash('c'), 'bn-m00003.mp3'],
    ])
    expect(known).toEqual([])
    expect(lexicon.media.map(({ value }) => value.id)).toEqual([
      'bn-m00001',
      'bn-m00002',
      'bn-m00003',
    ])
    expect(checkLexicon(lexicon).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('a dictionary without recordings begins with the first', () => {
    const { added } = addClips({ ...read(), media: [], mediaFiles: new Map() }, [clip()])
    expect(added[0]?.id).toBe('bn-m00001')
  })

  test('takes nothing twice: neither a recording nor another mastering of its original', () => {
    const first = addClips(read(), [clip()])
    const again = addClips(first.lexicon, [
      clip({ originalSha256: hash('e') }),
      clip({ sha256: hash('f') }),
    ])
    expect(again.added).toEqual([])
    expect(again.known.map(({ media }) => media)).toEqual(['bn-m00002', 'bn-m00002'])
    expect(again.lexicon.media).toHaveLength(first.lexicon.media.length)
    expect(addClips(read(), [clip(), clip()]).added).toHaveLength(1)
  })

  test('writes the name of the original as a cell may hold it', () => {
    const { lexicon, added } = addClips(read(), [clip({ original: 'he\u0306\n1.wav' })])
    expect(added[0]?.original).toBe('hĕ 1.wav')
    expect(checkLexicon(lexicon).filter(({ severity }) => severity === 'error')).toEqual([])
  })
})
