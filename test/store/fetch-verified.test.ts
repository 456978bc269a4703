import { describe, expect, test } from 'vitest'
import { err, ok } from '../../src/lexicon/result'
import { fetchVerified } from '../../src/store/fetch-verified'

/** A server whose answers were spoilt on the way and are kept so by the browser's cache. */
const spoiltInCache = (isSpoilt: (cache: RequestCache | undefined) => boolean) => {
  const asked: (RequestCache | undefined)[] = []
  const fetch = async (_address: string, init?: RequestInit) => {
    asked.push(init?.cache)
    return new Response(isSpoilt(init?.cache) ? 'spoilt, and longer' : 'sound')
  }
  return { asked, fetch }
}

const OPTIONS = { maxBytes: 100, patience: 1000 }
const read = async (bytes: Uint8Array) => {
  const text = new TextDecoder().decode(bytes)
  return text === 'sound' ? ok(text) : err({ kind: 'damaged', what: 'a' } as const)
}

describe('fetchVerified', () => {
  test('asks once for what is sound', async () => {
    const { asked, fetch } = spoiltInCache(() => false)
    expect(await fetchVerified(fetch, 'a', OPTIONS, read)).toEqual(ok('sound'))
    expect(asked).toEqual(['default'])
  })

  test('asks past the cache for what came damaged, and counts its bytes once', async () => {
    const { asked, fetch } = spoiltInCache((cache) => cache === 'default')
    let counted = 0
    const onBytes = (count: number) => {
      counted += count
    }
    expect(await fetchVerified(fetch, 'a', { ...OPTIONS, onBytes }, read)).toEqual(ok('sound'))
    expect(asked).toEqual(['default', 'reload'])
    expect(counted).toBe('sound'.length)
  })

  test('gives up on what is damaged on the server', async () => {
    const { asked, fetch } = spoiltInCache(() => true)
    expect(await fetchVerified(fetch, 'a', OPTIONS, read)).toEqual(
      err({ kind: 'damaged', what: 'a' }),
    )
    expect(asked).toEqual(['default', 'reload'])
  })
})
