import { describe, expect, test } from 'vitest'
import type { EntryId, LanguageCode, VarietyId } from '../../src/lexicon/ids'
import type { Result } from '../../src/lexicon/result'
import { HISTORY_LIMIT } from '../../src/store/history'
import { MISS_LIMIT } from '../../src/store/misses'
import { DEFAULT_SETTINGS } from '../../src/store/settings-defaults'
import type { Favourite, Store } from '../../src/store/store'

export const BA_NA = 'ba-na' as LanguageCode
export const GIA_RAI = 'gia-rai' as LanguageCode

export const bytes = (...values: number[]) => Uint8Array.from(values)

export const visit = (entry: string, at: number, language = BA_NA): Favourite => ({
  language,
  entry: entry as EntryId,
  headword: `headword of ${entry}`,
  glossVi: `nghĩa của ${entry}`,
  at,
})

/** The value of what is expected to succeed. */
export function succeeded<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const FIRST = new Map([
  ['meta', bytes(1)],
  ['list', bytes(2, 2)],
])

/** What every Store promises. `open` gives an empty one each time. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  const installed = async () => {
    const { packs } = await open()
    succeeded(await packs.keep(BA_NA, bytes(9, 9, 9), 'h1', '2026.1', FIRST))
    succeeded(await packs.replace(BA_NA, 'h1'))
    return packs
  }

  describe(`packs of ${name}`, () => {
    test('a new store has none', async () => {
      const { packs } = await open()
      expect(succeeded(await packs.list())).toEqual([])
      expect(succeeded(await packs.read(BA_NA, ['meta']))).toEqual(new Map())
      expect(succeeded(await packs.waiting(BA_NA, 'h1'))).toEqual([])
    })

    test('a kept head waits unseen until it is made the installed one', async () => {
      const { packs } = await open()
      succeeded(await packs.keep(BA_NA, bytes(9, 9, 9), 'h1', '2026.1', FIRST))
      expect(succeeded(await packs.list())).toEqual([])
      expect(succeeded(await packs.read(BA_NA, ['meta']))).toEqual(new Map())
      expect([...succeeded(await packs.waiting(BA_NA, 'h1'))].sort()).toEqual(['list', 'meta'])

      succeeded(await packs.replace(BA_NA, 'h1'))
      const [pack] = succeeded(await packs.list())
      expect({ ...pack, sections: [...(pack?.sections ?? [])].sort() }).toEqual({
        language: BA_NA,
        release: '2026.1',
        head: 'h1',
        headBytes: bytes(9, 9, 9),
        sections: ['list', 'meta'],
        bytes: 6,
      })
      expect(succeeded(await packs.read(BA_NA, ['meta', 'list']))).toEqual(FIRST)
      expect(succeeded(await packs.waiting(BA_NA, 'h1'))).toEqual([])
    })

    test('sections of the installed head are added to it', async () => {
      const packs = await installed()
      const more = new Map([['about', bytes(7, 7, 7)]])
      succeeded(await packs.keep(BA_NA, bytes(9, 9, 9), 'h1', '2026.1', more))
      expect(succeeded(await packs.read(BA_NA, ['about', 'meta']))).toEqual(
        new Map([
          ['about', bytes(7, 7, 7)],
          ['meta', bytes(1)],
        ]),
      )
      expect(succeeded(await packs.list())[0]?.bytes).toBe(9)
    })

    test('a section kept again takes the place of the first, and is counted once', async () => {
      const packs = await installed()
      succeeded(
        await packs.keep(BA_NA, bytes(9, 9, 9), 'h1', '2026.1', new Map([['meta', bytes(5, 5)]])),
      )
      expect(succeeded(await packs.read(BA_NA, ['meta'])).get('meta')).toEqual(bytes(5, 5))
      expect(succeeded(await packs.list())[0]?.bytes).toBe(7)
    })

    test('the old pack serves until the new one replaces it, and is gone afterwards', async () => {
      const packs = await installed()
      succeeded(await packs.keep(BA_NA, bytes(8), 'h2', '2026.2', new Map([['meta', bytes(4)]])))
      expect(succeeded(await packs.read(BA_NA, ['meta', 'list']))).toEqual(FIRST)
      expect(succeeded(await packs.list()).map((pack) => pack.head)).toEqual(['h1'])

      succeeded(await packs.replace(BA_NA, 'h2'))
      expect(succeeded(await packs.read(BA_NA, ['meta', 'list']))).toEqual(
        new Map([['meta', bytes(4)]]),
      )
      expect(succeeded(await packs.list()).map((pack) => pack.release)).toEqual(['2026.2'])
    })

    test('replacing drops every other waiting head', async () => {
      const packs = await installed()
      succeeded(await packs.keep(BA_NA, bytes(8), 'h2', '2026.2', new Map([['meta', bytes(4)]])))
      succeeded(await packs.keep(BA_NA, bytes(7), 'h3', '2026.3', new Map([['meta', bytes(5)]])))
      succeeded(await packs.replace(BA_NA, 'h3'))
      expect(succeeded(await packs.waiting(BA_NA, 'h2'))).toEqual([])
    })

    test('replacing by a head that does not wait changes nothing', async () => {
      const packs = await installed()
      expect(await packs.replace(BA_NA, 'h7')).toEqual({
        ok: false,
        error: { kind: 'storage-lost' },
      })
      expect(succeeded(await packs.read(BA_NA, ['meta', 'list']))).toEqual(FIRST)
    })

    test('replacing by the head that is installed is no change', async () => {
      const packs = await installed()
      succeeded(await packs.replace(BA_NA, 'h1'))
      expect(succeeded(await packs.read(BA_NA, ['meta', 'list']))).toEqual(FIRST)
    })

    test('languages are kept apart', async () => {
      const packs = await installed()
      succeeded(await packs.keep(GIA_RAI, bytes(8), 'h1', '2026.1', new Map([['meta', bytes(4)]])))
      succeeded(await packs.replace(GIA_RAI, 'h1'))
      succeeded(await packs.remove(BA_NA))
      expect(succeeded(await packs.list()).map((pack) => pack.language)).toEqual([GIA_RAI])
      expect(succeeded(await packs.read(GIA_RAI, ['meta']))).toEqual(new Map([['meta', bytes(4)]]))
      expect(succeeded(await packs.read(BA_NA, ['meta']))).toEqual(new Map())
    })

    test('a tier can be removed by itself', async () => {
      const packs = await installed()
      const more = new Map([
        ['about', bytes(1)],
        ['draft-list', bytes(2)],
      ])
      succeeded(await packs.keep(BA_NA, bytes(9, 9, 9), 'h1', '2026.1', more))
      succeeded(await packs.remove(BA_NA, 'drafts'))
      expect([...(succeeded(await packs.list())[0]?.sections ?? [])].sort()).toEqual([
        'about',
        'list',
        'meta',
      ])
      expect(succeeded(await packs.read(BA_NA, ['draft-list']))).toEqual(new Map())
    })

    test('without its first tier a pack is of no use: removing that removes all', async () => {
      const packs = await installed()
      succeeded(await packs.remove(BA_NA, 'first'))
      expect(succeeded(await packs.list())).toEqual([])
    })

    test('only the bytes of a view are kept, not the file it looks into', async () => {
      const { packs } = await open()
      const file = bytes(0, 1, 2, 3, 4)
      const view = new Map([['meta', file.subarray(1, 3)]])
      succeeded(await packs.keep(BA_NA, file.subarray(0, 1), 'h1', '2026.1', view))
      succeeded(await packs.replace(BA_NA, 'h1'))
      expect(succeeded(await packs.read(BA_NA, ['meta'])).get('meta')).toEqual(bytes(1, 2))
    })
  })

  describe(`favourites of ${name}`, () => {
    test('come newest first, an entry once', async () => {
      const { favourites } = await open()
      succeeded(await favourites.add(visit('e1', 10)))
      succeeded(await favourites.add(visit('e2', 20)))
      succeeded(await favourites.add(visit('e1', 30)))
      expect(succeeded(await favourites.list())).toEqual([visit('e1', 30), visit('e2', 20)])
    })

    test('one removed stays removed, and the same id of another language stays', async () => {
      const { favourites } = await open()
      succeeded(await favourites.add(visit('e1', 10)))
      succeeded(await favourites.add(visit('e1', 20, GIA_RAI)))
      succeeded(await favourites.remove(BA_NA, 'e1' as EntryId))
      succeeded(await favourites.remove(BA_NA, 'never-there' as EntryId))
      expect(succeeded(await favourites.list())).toEqual([visit('e1', 20, GIA_RAI)])
    })
  })

  describe(`history of ${name}`, () => {
    test('comes newest first, an entry once', async () => {
      const { history } = await open()
      succeeded(await history.add(visit('e1', 10)))
      succeeded(await history.add(visit('e2', 20)))
      succeeded(await history.add(visit('e1', 30)))
      expect(succeeded(await history.list()).map((seen) => seen.at)).toEqual([30, 20])
    })

    test('forgets the oldest beyond the limit', async () => {
      const { history } = await open()
      for (let at = 0; at < HISTORY_LIMIT + 3; at++)
        succeeded(await history.add(visit(`e${at}`, at)))
      const seen = succeeded(await history.list())
      expect(seen).toHaveLength(HISTORY_LIMIT)
      expect(seen.at(-1)?.at).toBe(3)
    })

    test('can be cleared', async () => {
      const { history } = await open()
      succeeded(await history.add(visit('e1', 10)))
      succeeded(await history.clear())
      expect(succeeded(await history.list())).toEqual([])
    })
  })

  describe(`misses of ${name}`, () => {
    test('come newest first, a query once, counted', async () => {
      const { misses } = await open()
      succeeded(await misses.add({ query: 'máy tính', languages: [], at: 10 }))
      succeeded(await misses.add({ query: 'ti vi', languages: [GIA_RAI], at: 20 }))
      succeeded(await misses.add({ query: 'máy tính', languages: [BA_NA], at: 30 }))
      expect(succeeded(await misses.list())).toEqual([
        { query: 'máy tính', languages: [BA_NA], at: 30, count: 2 },
        { query: 'ti vi', languages: [GIA_RAI], at: 20, count: 1 },
      ])
    })

    test('forget the oldest beyond the limit', async () => {
      const { misses } = await open()
      for (let at = 0; at < MISS_LIMIT + 3; at++)
        succeeded(await misses.add({ query: `q${at}`, languages: [], at }))
      const kept = succeeded(await misses.list())
      expect(kept).toHaveLength(MISS_LIMIT)
      expect(kept.at(-1)?.query).toBe('q3')
    })

    test('can be removed one by one, and all at once', async () => {
      const { misses } = await open()
      for (const query of ['a b', 'c d', 'e f'])
        succeeded(await misses.add({ query, languages: [], at: 1 }))
      succeeded(await misses.remove('c d'))
      succeeded(await misses.remove('never there'))
      expect(succeeded(await misses.list()).map(({ query }) => query)).toHaveLength(2)
      succeeded(await misses.clear())
      expect(succeeded(await misses.list())).toEqual([])
    })
  })

  describe(`settings of ${name}`, () => {
    test('are the defaults at first, and afterwards what was written', async () => {
      const { settings } = await open()
      expect(succeeded(await settings.read())).toEqual(DEFAULT_SETTINGS)
      const changed = {
        ...DEFAULT_SETTINGS,
        locale: 'en' as const,
        textScale: 1.3 as const,
        languages: [GIA_RAI],
        preferredVariety: { [BA_NA]: 'ba-na-kon-tum' as VarietyId },
        showDrafts: true,
        removed: [BA_NA],
      }
      succeeded(await settings.write(changed))
      expect(succeeded(await settings.read())).toEqual(changed)
    })
  })

  describe(`recordings of ${name}`, () => {
    const one = { bytes: bytes(1, 2, 3), clips: ['aa', 'bb'] }
    const other = { bytes: bytes(4), clips: ['cc'] }
    const filled = async () => {
      const { clips } = await open()
      succeeded(
        await clips.keep(
          BA_NA,
          new Map([
            ['b1', one],
            ['b2', other],
          ]),
        ),
      )
      succeeded(await clips.keep(GIA_RAI, new Map([['b3', { bytes: bytes(9), clips: ['dd'] }]])))
      return clips
    }

    test('a new store has none', async () => {
      const { clips } = await open()
      expect(succeeded(await clips.list(BA_NA))).toEqual([])
      expect(succeeded(await clips.find('aa'))).toBeUndefined()
      expect(succeeded(await clips.has('aa'))).toBe(false)
      expect(succeeded(await clips.choice(BA_NA))).toBeUndefined()
    })

    test('a recording is found by its hash, in whatever block and language', async () => {
      const clips = await filled()
      expect(succeeded(await clips.find('aa'))).toEqual(one.bytes)
      expect(succeeded(await clips.find('bb'))).toEqual(one.bytes)
      expect(succeeded(await clips.find('dd'))).toEqual(bytes(9))
      expect(succeeded(await clips.has('cc'))).toBe(true)
    })

    test('the blocks of a language are listed with their lengths and recordings', async () => {
      const clips = await filled()
      expect(succeeded(await clips.list(BA_NA))).toEqual([
        { language: BA_NA, block: 'b1', bytes: 3, clips: ['aa', 'bb'] },
        { language: BA_NA, block: 'b2', bytes: 1, clips: ['cc'] },
      ])
    })

    test('a block kept again is there once', async () => {
      const clips = await filled()
      succeeded(await clips.keep(BA_NA, new Map([['b1', one]])))
      expect(succeeded(await clips.list(BA_NA))).toHaveLength(2)
    })

    test('blocks are removed one by one, and all of a language', async () => {
      const clips = await filled()
      succeeded(await clips.remove(BA_NA, ['b1', 'never there']))
      expect(succeeded(await clips.find('aa'))).toBeUndefined()
      expect(succeeded(await clips.find('cc'))).toEqual(other.bytes)
      succeeded(await clips.remove(BA_NA))
      expect(succeeded(await clips.list(BA_NA))).toEqual([])
      expect(succeeded(await clips.find('cc'))).toBeUndefined()
      expect(succeeded(await clips.list(GIA_RAI))).toHaveLength(1)
    })

    test('what was chosen is remembered until nothing is', async () => {
      const { clips } = await open()
      const choice = { selections: [{ kind: 'all' as const }], index: bytes(7), file: 'c/0123' }
      succeeded(await clips.saveChoice(BA_NA, choice))
      expect(succeeded(await clips.choice(BA_NA))).toEqual(choice)
      expect(succeeded(await clips.choice(GIA_RAI))).toBeUndefined()
      succeeded(await clips.saveChoice(BA_NA, undefined))
      expect(succeeded(await clips.choice(BA_NA))).toBeUndefined()
    })
  })
}
