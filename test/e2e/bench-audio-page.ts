import { downloadBlocks } from '../../src/app/clips/clip-download'
import type { ClipSource } from '../../src/app/clips/clip-source'
import { createPlayer } from '../../src/app/clips/player'
import type { LanguageCode } from '../../src/lexicon/ids'
import { err, ok, type Result } from '../../src/lexicon/result'
import { toHex } from '../../src/pack/bytes'
import { listClips, readClip } from '../../src/pack/clip-block'
import { readClipIndex } from '../../src/pack/clip-index'
import { openStore } from '../../src/store/open'
import { createPlatformPorts } from '../../src/store/platform'
import { createSoundOutput } from '../../src/ui/browser/sound'

/** The page of scripts/bench/audio/device.ts: the app's store and player, and nothing to look at. */
export interface AudioPage {
  /** `taken`: bytes of the origin more than before. */
  store(language: LanguageCode): Promise<{ milliseconds: number; blocks: number; taken: number }>
  /** Milliseconds of each. */
  find(clips: readonly string[]): Promise<number[]>
  /** What the button plays next. */
  choose(clip: string): void
  /** Milliseconds from the last tap to the sound. */
  heard(): Promise<number>
}

const ports = createPlatformPorts()
const opening = openStore({ prefix: window.location.pathname })
const player = createPlayer(createSoundOutput(window))
let chosen = ''
let sounding: Promise<number> = Promise.resolve(Number.NaN)

const page: AudioPage = {
  store: async (language) => {
    const { clips, kind } = await opening
    if (kind !== 'device') throw new Error('The browser has no database')
    const { blocks } = unwrap(await readClipIndex(await fetched('index.bin'), ports))
    const before = await spaceTaken()
    const job = {
      language,
      blocks,
      store: clips,
      signal: new AbortController().signal,
      onBytes: () => undefined,
      source: sourceOf(await fetched('blocks.bin'), blocks),
    }
    const start = performance.now()
    unwrap(await downloadBlocks(job))
    const milliseconds = performance.now() - start
    return { milliseconds, blocks: blocks.length, taken: (await spaceTaken()) - before }
  },
  find: async (clips) => {
    const times: number[] = []
    for (const clip of clips) {
      const start = performance.now()
      await load(clip)
      times.push(performance.now() - start)
    }
    return times
  },
  choose: (clip) => {
    chosen = clip
  },
  heard: () => sounding,
}

const load = async (clip: string): Promise<Uint8Array> => {
  const { clips } = await opening
  const block = unwrap(await clips.find(clip))
  const bytes = block && unwrap(await readClip(block, clip, ports.hash))
  if (bytes === undefined) throw new Error(`${clip} is not on the device`)
  return bytes
}

/** What the network would bring, at hand already: the app's own download verifies and keeps it. */
const sourceOf = (all: Uint8Array, blocks: readonly { sha256: string; bytes: number }[]) => {
  const places = new Map<string, number>()
  let end = 0
  for (const { sha256, bytes } of blocks) {
    places.set(sha256, end)
    end += bytes
  }
  const source: ClipSource = {
    index: async () => err({ kind: 'not-on-device' }),
    block: async ({ sha256, bytes: length }) => {
      const at = places.get(sha256) ?? end
      const bytes = all.slice(at, at + length)
      if (toHex(await ports.hash(bytes)) !== sha256) return err({ kind: 'damaged', what: sha256 })
      return ok({ bytes, clips: unwrap(listClips(bytes)) })
    },
  }
  return source
}

const fetched = async (file: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(file)).arrayBuffer())

const spaceTaken = async (): Promise<number> => (await navigator.storage.estimate()).usage ?? 0

const unwrap = <T>(result: Result<T, unknown>): T => {
  if (result.ok) return result.value
  throw new Error(JSON.stringify(result.error))
}

/** Where the sound began, by the clock of the element that makes it. */
const beginOf = (element: HTMLMediaElement): Promise<number> =>
  new Promise((done) => {
    const look = () => {
      if (element.currentTime > 0) done(performance.now() - element.currentTime * 1000)
      else setTimeout(look, 1)
    }
    look()
  })

const play = HTMLMediaElement.prototype.play
let began: (time: number) => void = () => undefined
HTMLMediaElement.prototype.play = function () {
  // Silence comes first where the bytes are still to be read: that is not what was asked for.
  const source = this.src
  beginOf(this).then((time) => {
    if (this.src === source && this.duration > 0.1) began(time)
  })
  return play.call(this)
}

document.getElementById('play')?.addEventListener('click', ({ timeStamp }) => {
  const clip = chosen
  sounding = new Promise((done) => {
    began = (time) => done(time - timeStamp)
  })
  void player.play({
    id: clip,
    type: 'audio/mpeg',
    load: async () => ok(await load(clip)),
  })
})

Object.assign(window, { audioPage: page })
