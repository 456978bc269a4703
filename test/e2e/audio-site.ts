import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  cpSync,
  type Dirent,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPack } from '../../scripts/open-pack'
import { MEDIA_FIELDS } from '../../src/lexicon/media'
import type { PackIndex } from '../../src/pack/sections'
import { succeeded } from './new-release'
import { compilePacks, publishPacks } from './publish'
import { test as base, type Site } from './site'

/** Recordings are tones: nobody's voice, and nothing that could be taken for a word. */
export interface ToneClip {
  readonly id: string
  readonly entry: string
  readonly variety: string
  readonly speaker: string
  readonly place: string
  readonly sha256: string
  readonly bytes: number
  /** Hertz. */
  readonly tone: number
  /** First topic of the entry. */
  readonly topic: string
}

/** A site whose Ba Na dictionary has recordings: the built app with packs of its own. */
export interface AudioSite extends Site {
  readonly clips: readonly ToneClip[]
  /** An entry with three recordings, by two speakers in two varieties. */
  readonly several: string
}

interface AudioPacks {
  /** The folder packs/ as compiled. */
  readonly folder: string
  readonly clips: readonly ToneClip[]
}

const ENTRIES = 56
const SPEAKERS = [
  { speaker: 'A. B.', variety: 'kon-tum', place: 'làng A' },
  { speaker: 'C. D.', variety: 'pleiku', place: 'làng B' },
]

export const test = base.extend<{ audioSite: AudioSite }, { audioPacks: AudioPacks }>({
  audioPacks: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs off this pattern
    async ({}, use) => {
      test.skip(spawnSync('ffmpeg', ['-version']).status !== 0, 'needs ffmpeg to make MP3 tones')
      const folder = mkdtempSync(join(tmpdir(), 'rong-audio-'))
      await use(await compileWithTones(folder))
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  audioSite: async ({ site, audioPacks: { folder, clips } }, use) => {
    await use({ ...publishPacks(site, folder), clips, several: clips[0]!.entry })
  },
})

async function compileWithTones(folder: string): Promise<AudioPacks> {
  const data = join(folder, 'data')
  const packs = join(folder, 'packs')
  cpSync('data', data, { recursive: true })
  const clips = await addTones(data)
  compilePacks(data, packs)
  return { folder: packs, clips }
}

/**
 * Rows and files for some published entries; the first of them has three recordings. What recordings
 * the tables had are taken out, so that the site has these and no others.
 */
async function addTones(data: string): Promise<readonly ToneClip[]> {
  const columns = Object.values(MEDIA_FIELDS).map(({ column }) => column)
  for (const { name } of readdirSync(data, { withFileTypes: true }).filter(isLanguage)) {
    rmSync(join(data, name, 'media'), { recursive: true, force: true })
    writeFileSync(join(data, name, 'media.csv'), `${columns.join(',')}\n`)
  }
  const media = join(data, 'ba-na/media')
  mkdirSync(media, { recursive: true })

  const entries = await themedEntries(ENTRIES)
  const [first] = entries
  const spoken = [first!, first!, ...entries].map((one, i) => ({
    ...one,
    // Of the first three, which are one entry's, the second is the other speaker's.
    ...SPEAKERS[i % SPEAKERS.length]!,
    id: `bn-m${String(i + 1).padStart(5, '0')}`,
    tone: 300 + 20 * i,
  }))
  encodeTones(media, spoken)
  return spoken.map((one) => {
    const bytes = readFileSync(join(media, `${one.id}.mp3`))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const row: Readonly<Record<string, string>> = {
      ID: one.id,
      Entry_ID: one.entry,
      Kind: 'audio',
      Path: `${one.id}.mp3`,
      SHA256: sha256,
      Language_ID: one.variety,
      Speaker: one.speaker,
      Place: one.place,
      Date: '2026-11-01',
      Consent: 'tiếng thử; không phải giọng người',
      Source: 'editor',
      Licence: 'CC-BY-4.0',
      Review_State: 'attested',
    }
    const cells = columns.map((column) => row[column] ?? '')
    appendFileSync(join(data, 'ba-na/media.csv'), `${cells.join(',')}\n`)
    return { ...one, sha256, bytes: bytes.length }
  })
}

const isLanguage = (file: Dirent): boolean => file.isDirectory() && file.name !== 'shared'

export interface ThemedEntry {
  readonly entry: string
  readonly headword: string
  /** The first it has. */
  readonly topic: string
}

/** Entries of the built Ba Na pack that have a topic. */
export async function themedEntries(most: number): Promise<readonly ThemedEntry[]> {
  const { packs }: PackIndex = JSON.parse(readFileSync('dist/packs/index.json', 'utf8'))
  const { whole } = packs.find(({ language }) => language === 'ba-na')!
  const bytes = new Uint8Array(readFileSync(join('dist/packs', whole.file)))
  const { dictionary, entry } = succeeded(await openPack(bytes, { drafts: false }))
  const found: ThemedEntry[] = []
  for (const number of dictionary.list.numbers()) {
    const full = succeeded(await entry(number))
    const topic = full?.senses.flatMap(({ topics }) => topics)[0]
    if (full === undefined || topic === undefined) continue
    found.push({ entry: full.entry.id, headword: full.entry.headword, topic })
    if (found.length === most) break
  }
  return found
}

/** One second each, in one process. */
function encodeTones(
  folder: string,
  tones: readonly { readonly id: string; readonly tone: number }[],
): void {
  const inputs = tones.flatMap(({ tone }) => [
    ...['-f', 'lavfi', '-i', `sine=frequency=${tone}:sample_rate=24000:duration=1`],
  ])
  const outputs = tones.flatMap(({ id }, i) => [
    ...['-map', `${i}:a`, '-ac', '1', '-c:a', 'libmp3lame', '-b:a', '32k'],
    ...['-write_xing', '0', '-id3v2_version', '0', '-map_metadata', '-1', '-fflags', '+bitexact'],
    ...['-flags:a', '+bitexact', join(folder, `${id}.mp3`)],
  ])
  execFileSync('ffmpeg', ['-nostdin', '-v', 'error', ...inputs, ...outputs])
}
