import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listTree, readBytes } from '../../scripts/files'
import { tablesFormat } from '../../src/formats/tables-format'
import { UNSAID } from '../../src/merge/incoming'
import { EVERY_FIELD } from '../fixtures'
import { arbitraryLexicon, contentValues, settings } from './arbitrary-lexicon'

const context = { settings: settings(), attribution: UNSAID, mapping: new Map() }
const encode = (text: string) => new TextEncoder().encode(text)

describe('tablesFormat', () => {
  test('write∘read = identity', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLexicon(), async (lexicon) => {
        const { lexicon: read } = await tablesFormat.read!(
          await tablesFormat.write!(lexicon, {}),
          context,
        )
        expect(contentValues(read!)).toEqual(contentValues(lexicon))
      }),
      { numRuns: 30 },
    )
  })

  test('reads a data folder, a folder in it and what lies in one', async () => {
    const all = listTree(EVERY_FIELD).map(
      (path) => [path, readBytes(`${EVERY_FIELD}/${path}`)!] as const,
    )
    const own = all.filter(([path]) => path.startsWith('ba-na/'))
    const folders = [
      all,
      own,
      own.map(([path, bytes]) => [path.replace('ba-na/', ''), bytes] as const),
    ]
    for (const files of folders) {
      const { lexicon, problems } = await tablesFormat.read!(new Map(files), context)
      expect(problems).toEqual([])
      expect(contentValues(lexicon!)).toEqual(contentValues(settings()))
    }
  })

  test('never throws, whatever the files hold', async () => {
    const whole = await tablesFormat.write!(settings(), {})
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...whole.keys()),
        fc.oneof(fc.uint8Array(), fc.string().map(encode)),
        fc.nat(),
        async (path, bytes, at) => {
          const old = whole.get(path)!
          const cut = old.slice(0, at % (old.length + 1))
          const files = new Map(whole).set(path, Uint8Array.from([...cut, ...bytes]))
          const { problems } = await tablesFormat.read!(files, context)
          expect(problems).toBeInstanceOf(Array)
        },
      ),
      { numRuns: 100 },
    )
  })
})
