import { describe, expect, test } from 'vitest'
import type { ClipError } from '../../src/app/clips/clips'
import {
  createPlayer,
  type Playable,
  type SoundEnd,
  type SoundOutput,
} from '../../src/app/clips/player'
import { err, ok, type Result } from '../../src/lexicon/result'

/** A voice whose sounds end when the test says so. */
const createFakeOutput = () => {
  const said: string[] = []
  let settle: ((end: SoundEnd) => void) | undefined
  let endRest: (() => void) | undefined
  let hide = () => {}
  const finish = (end: SoundEnd) => {
    const ended = settle
    settle = undefined
    ended?.(end)
  }
  const output: SoundOutput = {
    play: (key, _bytes, type, rate) => {
      finish('stopped')
      said.push(`play ${key} ${type} ×${rate.toFixed(2)}`)
      return new Promise((done) => {
        settle = done
      })
    },
    prepare: (key) => void said.push(`prepare ${key}`),
    unlock: () => void said.push('unlock'),
    rest: (milliseconds) => {
      said.push(`rest ${milliseconds}`)
      return new Promise((done) => {
        endRest = done
      })
    },
    stop: () => {
      finish('stopped')
      endRest?.()
    },
    onHidden: (callback) => {
      hide = callback
    },
  }
  return {
    output,
    said,
    finish,
    wake: () => endRest?.(),
    hide: () => hide(),
    isSounding: () => settle !== undefined,
  }
}

const BYTES: Result<Uint8Array, ClipError> = ok(new Uint8Array([1, 2, 3]))

const clip = (
  id: string,
  load: () => Promise<Result<Uint8Array, ClipError>> = async () => BYTES,
): Playable => ({ id, type: 'audio/mpeg', load })

/** Lets everything that waits for nothing but its turn have it. */
const turns = () => new Promise((done) => setTimeout(done))

const setUp = () => {
  const fake = createFakeOutput()
  return { ...fake, player: createPlayer(fake.output) }
}

/** A load that the test ends. */
const slowClip = (id: string) => {
  let arrive: (loaded: Result<Uint8Array, ClipError>) => void = () => {}
  const loaded = new Promise<Result<Uint8Array, ClipError>>((done) => {
    arrive = done
  })
  return { playable: clip(id, () => loaded), arrive: (result = BYTES) => arrive(result) }
}

describe('play', () => {
  test('loads, plays and is silent again at the end', async () => {
    const { player, said, finish } = setUp()
    const heard = player.play(clip('a'))
    expect(player.state.value).toEqual({ kind: 'loading', id: 'a', slow: false, times: 1 })
    await turns()
    expect(player.state.value.kind).toBe('playing')
    finish('ended')
    await heard
    expect(player.state.value).toEqual({ kind: 'silent' })
    expect(said).toEqual(['unlock', 'play a audio/mpeg ×1.00'])
  })

  test('answers within the tap where the bytes are at hand', async () => {
    const { player, said, finish, isSounding } = setUp()
    player.prepare(clip('a'))
    await turns()
    void player.play(clip('a', () => Promise.reject(new Error('read again'))))
    expect(isSounding()).toBe(true)
    expect(player.state.value.kind).toBe('playing')
    finish('ended')
    expect(said).toEqual(['prepare a', 'play a audio/mpeg ×1.00'])
  })

  test('is slow when asked', async () => {
    const { player, said } = setUp()
    void player.play(clip('a'), { slow: true })
    await turns()
    expect(said).toContain('play a audio/mpeg ×0.67')
    expect(player.state.value).toMatchObject({ slow: true })
  })

  test('repeats with pauses, and plays on through them', async () => {
    const { player, said, finish, wake } = setUp()
    const heard = player.play(clip('a'), { times: 3 })
    for (const time of [1, 2, 3]) {
      await turns()
      finish('ended')
      await turns()
      if (time < 3) expect(player.state.value.kind).toBe('playing')
      wake()
    }
    await heard
    expect(said.filter((line) => line.startsWith('play'))).toHaveLength(3)
    expect(said.filter((line) => line === 'rest 700')).toHaveLength(2)
    expect(player.state.value.kind).toBe('silent')
  })

  test('repeats no more when the page went to the background', async () => {
    const { player, said, finish, hide } = setUp()
    const heard = player.play(clip('a'), { times: 3 })
    await turns()
    hide()
    expect(player.state.value.kind).toBe('playing')
    finish('ended')
    await heard
    expect(said.filter((line) => line.startsWith('play'))).toHaveLength(1)
    expect(player.state.value.kind).toBe('silent')
  })

  test('stops what plays, and what was to be repeated', async () => {
    const { player, said, finish } = setUp()
    const first = player.play(clip('a'), { times: 3 })
    await turns()
    const second = player.play(clip('b'))
    await first
    expect(player.state.value).toMatchObject({ id: 'b' })
    await turns()
    finish('ended')
    await second
    expect(said.filter((line) => line.startsWith('play'))).toEqual([
      'play a audio/mpeg ×1.00',
      'play b audio/mpeg ×1.00',
    ])
  })

  test('ends silent when the device took the sound away', async () => {
    const { player, finish } = setUp()
    const heard = player.play(clip('a'), { times: 3 })
    await turns()
    finish('stopped')
    await heard
    expect(player.state.value).toEqual({ kind: 'silent' })
  })

  test('forgets what arrives after something else was asked for', async () => {
    const { player, said } = setUp()
    const late = slowClip('late')
    const first = player.play(late.playable)
    void player.play(clip('b'))
    await turns()
    late.arrive()
    await first
    await turns()
    expect(player.state.value).toMatchObject({ kind: 'playing', id: 'b' })
    expect(said).not.toContain('play late audio/mpeg ×1.00')
  })

  test('tells a failure of what was asked for last only', async () => {
    const { player } = setUp()
    const late = slowClip('late')
    const first = player.play(late.playable)
    void player.play(clip('b'))
    late.arrive(err({ kind: 'offline' }))
    await first
    expect(player.state.value).toMatchObject({ id: 'b' })
  })

  test('tells what could not be loaded', async () => {
    const { player } = setUp()
    await player.play(clip('a', async () => err({ kind: 'not-on-device' })))
    expect(player.state.value).toEqual({
      kind: 'failed',
      id: 'a',
      fault: { kind: 'not-on-device' },
    })
  })

  test.each(['unplayable', 'blocked'] as const)(
    'tells what is %s, and tries again',
    async (end) => {
      const { player, finish } = setUp()
      const heard = player.play(clip('a'))
      await turns()
      finish(end)
      await heard
      expect(player.state.value).toEqual({ kind: 'failed', id: 'a', fault: { kind: end } })
      void player.play(clip('a'))
      await turns()
      expect(player.state.value.kind).toBe('playing')
    },
  )

  test('reads an unplayable recording anew, a blocked one not', async () => {
    const { player, finish } = setUp()
    let reads = 0
    const counted = clip('a', async () => {
      reads++
      return BYTES
    })
    for (const [end, expected] of [
      ['blocked', 1],
      ['unplayable', 1],
      ['ended', 2],
    ] as const) {
      const heard = player.play(counted)
      await turns()
      finish(end)
      await heard
      expect(reads).toBe(expected)
    }
  })

  test('a load that throws leaves nothing behind', async () => {
    const { player } = setUp()
    const broken = clip('a', () => Promise.reject(new RangeError('a bug')))
    await expect(player.play(broken)).rejects.toThrow('a bug')
    expect(player.state.value).toEqual({ kind: 'silent' })
  })
})

describe('stop', () => {
  test('ends the sound and the state at once', async () => {
    const { player, isSounding } = setUp()
    const heard = player.play(clip('a'))
    await turns()
    player.stop()
    expect(player.state.value.kind).toBe('silent')
    expect(isSounding()).toBe(false)
    await heard
  })

  test('ends a pause between repetitions', async () => {
    const { player, said, finish } = setUp()
    const heard = player.play(clip('a'), { times: 2 })
    await turns()
    finish('ended')
    await turns()
    player.stop()
    await heard
    expect(said.filter((line) => line.startsWith('play'))).toHaveLength(1)
  })

  test('ends what is still being loaded', async () => {
    const { player, said } = setUp()
    const late = slowClip('late')
    const heard = player.play(late.playable)
    player.stop()
    late.arrive()
    await heard
    expect(said).toEqual(['unlock'])
  })
})

describe('prepare', () => {
  test('leaves alone what plays', async () => {
    const { player, said } = setUp()
    void player.play(clip('a'))
    await turns()
    player.prepare(clip('b'))
    await turns()
    expect(said).not.toContain('prepare b')
  })

  test('gives way to what was asked for while it read', async () => {
    const { player, said } = setUp()
    const late = slowClip('late')
    player.prepare(late.playable)
    void player.play(clip('b'))
    await turns()
    late.arrive()
    await turns()
    expect(said).not.toContain('prepare late')
  })

  test('keeps the bytes of eight recordings', async () => {
    const { player } = setUp()
    const reads: string[] = []
    const counted = (id: string) =>
      clip(id, async () => {
        reads.push(id)
        return BYTES
      })
    for (const id of 'abcdefghi') player.prepare(counted(id))
    await turns()
    reads.length = 0
    for (const id of 'iba') player.prepare(counted(id))
    await turns()
    expect(reads).toEqual(['a'])
  })
})
