import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { rolldown } from 'rolldown'
import type { LanguageCode } from '../../../src/lexicon/ids'
import { type PublishedClip, writeClips } from '../../../src/pack/write-clips'
import type { AudioPage } from '../../../test/e2e/bench-audio-page'
import type { MasteredClip } from '../../audio/master-files'
import { launchWithProfile } from '../../chromium'
import { nodePorts } from '../../ports'
import { serveFolder } from '../../static-server'
import { type Bench, type Figure, median, quantile } from '../measurement'

const COUNT = 5000
/** Recordings a topic, as far as blocks are cut by it. */
const TOPIC = 60
const FINDS = 500
const TAPS = 40

const SPEEDS = [1, 6]
const SHARES = [
  ['median', 0.5],
  ['p95', 0.95],
] as const

/** What a device does with recordings: the app's own store, blocks and player on a page without the rest. */
export const measureDevice = async (
  mastered: readonly MasteredClip[],
  language: LanguageCode,
  { folder, runs, atEnd }: Pick<Bench, 'runs' | 'atEnd'> & { readonly folder: string },
): Promise<readonly Figure[]> => {
  const clips = await makeClips(mastered)
  const site = join(folder, 'site')
  await makeSite(site, clips)
  const server = await serveFolder(site)
  atEnd(() => server.close())
  const stored: Stored[] = []
  let page: Page | undefined
  for (let run = 0; run < runs; run++) {
    const browser = await launchWithProfile(join(folder, `profile-${run}`))
    atEnd(() => browser.close())
    page = await browser.newPage()
    await page.goto(server.address)
    await page.waitForFunction(() => 'audioPage' in window)
    stored.push(await page.evaluate(STORE, language))
  }
  if (page === undefined) throw new RangeError('no runs')
  const wanted = Array.from({ length: FINDS }, (_, i) => clips[(i * 7919) % clips.length]!.sha256)
  const finds = await page.evaluate(FIND, wanted)
  const bytes = clips.reduce((sum, clip) => sum + clip.bytes.length, 0)
  const figures: Figure[] = [
    {
      name: `${COUNT.toLocaleString('en')} recordings verified and stored`,
      value: median(stored.map(({ milliseconds }) => milliseconds)) / 1000,
      unit: 's',
      atMost: 2,
    },
    { name: 'in how many blocks', value: stored[0]!.blocks, unit: '' },
    { name: 'one found and verified, median', value: median(finds), unit: 'ms', atMost: 5 },
    { name: 'one found and verified, p95', value: quantile(finds, 0.95), unit: 'ms', atMost: 5 },
    { name: 'bytes of the recordings', value: bytes / 1e6, unit: 'MB' },
    {
      name: 'space taken, as the browser tells',
      value: Math.max(...stored.map(({ taken }) => taken)) / 1e6,
      unit: 'MB',
    },
  ]
  const session = await page.context().newCDPSession(page)
  for (const rate of SPEEDS) {
    await session.send('Emulation.setCPUThrottlingRate', { rate })
    const taps = await tap(page, clips)
    for (const [name, share] of SHARES)
      figures.push({
        name: `CPU ${rate}×: tap to sound, never heard before, ${name}`,
        value: quantile(taps, share),
        unit: 'ms',
        ...(rate === 1 ? { atMost: 100 } : {}),
      })
  }
  return figures
}

interface Stored {
  readonly milliseconds: number
  readonly blocks: number
  /** Bytes, of the whole origin. */
  readonly taken: number
}

/** Of real length, and all different: a decoder passes over what stands behind the last frame. */
const makeClips = (mastered: readonly MasteredClip[]): Promise<readonly PublishedClip[]> =>
  Promise.all(
    Array.from({ length: COUNT }, async (_, i): Promise<PublishedClip> => {
      const sound = mastered[i % mastered.length]!.bytes
      const bytes = new Uint8Array(sound.length + 4)
      bytes.set(sound)
      new DataView(bytes.buffer).setUint32(sound.length, i)
      const sha256 = Buffer.from(await nodePorts.hash(bytes)).toString('hex')
      const group = `0 ${String(Math.floor(i / TOPIC)).padStart(3, '0')}`
      return { bytes, sha256, entry: i + 1, drafts: false, group }
    }),
  )

const makeSite = async (site: string, clips: readonly PublishedClip[]): Promise<void> => {
  mkdirSync(site, { recursive: true })
  const written = await writeClips(clips, nodePorts)
  if (written === undefined) throw new RangeError('no recordings')
  writeFileSync(join(site, 'index.bin'), written.index)
  writeFileSync(join(site, 'blocks.bin'), Buffer.concat(written.blocks.map(({ bytes }) => bytes)))
  const made = await rolldown({ input: 'test/e2e/bench-audio-page.ts', tsconfig: false })
  await made.write({ file: join(site, 'page.js'), format: 'iife' })
  await made.close()
  const button = '<button id="play" style="width:9rem;height:9rem">Nghe</button>'
  writeFileSync(
    join(site, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Nghe</title>${button}<script src="page.js"></script>`,
  )
}

/** Milliseconds of each, from the browser's time of the tap to where the sound began. */
const tap = async (page: Page, clips: readonly PublishedClip[]): Promise<readonly number[]> => {
  const times: number[] = []
  for (let i = 0; i < TAPS; i++) {
    const { sha256 } = clips[(i * 7919 + 13) % clips.length]!
    await page.evaluate(CHOOSE, sha256)
    await page.click('#play')
    times.push(await page.evaluate(HEARD))
    await page.waitForTimeout(50)
  }
  return times
}

declare global {
  interface Window {
    audioPage: AudioPage
  }
}

// These run in the page.
const STORE = (language: LanguageCode) => window.audioPage.store(language)
const FIND = (clips: readonly string[]) => window.audioPage.find(clips)
const CHOOSE = (clip: string) => window.audioPage.choose(clip)
const HEARD = () => window.audioPage.heard()
