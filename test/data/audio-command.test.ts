import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { masterFiles } from '../../scripts/audio/master-files'
import { readLexicon } from '../../scripts/read-lexicon'
import { findSpeech } from '../../src/audio/speech'
import { readWav } from '../../src/audio/wav'
import { canSpeak, speak } from './spoken-files'

const folder = mkdtempSync(join(tmpdir(), 'rong-audio-test-'))
const data = join(folder, 'data')
const words = join(folder, 'words')
const awkward = join(folder, 'awkward')
const report = join(folder, 'report.json')

const run = (command: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, ['scripts/run.mjs', command, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
const audio = (...args: readonly string[]) =>
  run('audio', '--language', 'gia-rai', '--data', data, '--lang', 'en', ...args)
const agreed = ['--consent', 'giấy số 1', '--licence', 'CC-BY-4.0', '--speaker', 'A. B.']

const entries = readLexicon('data', 'gia-rai').lexicon!.entries.map(({ value }) => value)
const alone = entries
  .filter(({ headword }) => entries.filter((other) => other.headword === headword).length === 1)
  .filter(({ headword }) => /^\p{L}{2,}$/u.test(headword))
const EXTENSIONS = ['wav', 'mp3', 'm4a', 'ogg', 'webm', 'flac']
const RATES = [16_000, 24_000, 48_000]
const spoken = alone.slice(0, 36).map(({ id, headword }, i) => ({
  name: `${[headword, id, headword.normalize('NFD'), `${headword} (2)`, `0${i} ${headword}`, `${headword}_A B`][i % 6]}.${EXTENSIONS[(i + (i >> 3)) % 6]}`,
  text: headword,
  gain: -30 + ((i * 11) % 28),
  rate: RATES[i % 3]!,
  before: 0.2 + (i % 5) * 0.2,
}))

describe.skipIf(!canSpeak)(
  `npm run audio${canSpeak ? '' : ' (left out: needs ffmpeg and espeak-ng)'}`,
  { timeout: 180_000 },
  () => {
    beforeAll(() => {
      cpSync('data', data, { recursive: true })
      mkdirSync(words)
      mkdirSync(awkward)
      speak(words, spoken)
    }, 120_000)
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    test('takes nothing without consent or a licence', () => {
      for (const given of [[], ['--consent', 'a'], ['--licence', 'CC-BY-4.0']]) {
        const { status, stderr } = audio(words, ...given)
        expect(status).toBe(2)
        expect(stderr).toContain('no recording is taken')
      }
    })

    test('refuses what the tables do not know, with what they do', () => {
      for (const [given, said] of [
        [['--variety', 'x'], 'varieties.csv'],
        [['--source', 'x'], 'sources.bib'],
        [['--date', '31/2/2026'], 'no date'],
        [['--birth-year', '75'], 'year of birth'],
        [['--list', join(folder, 'none.csv')], 'no such file'],
      ] as const) {
        const { status, stderr } = audio(words, ...agreed, ...given)
        expect(status, said).toBe(2)
        expect(stderr).toContain(said)
      }
      expect(audio(join(folder, 'none'), ...agreed)).toMatchObject({ status: 2 })
    })

    test('is a dry run by default', () => {
      const { stdout, status } = audio(words, ...agreed)
      expect(stdout).toMatch(/^36 taken, /m)
      expect(stdout).toContain('--apply')
      expect(status).toBe(0)
      expect(existsSync(join(data, 'gia-rai/media'))).toBe(false)
      expect(existsSync(join(folder, 'originals'))).toBe(false)
    })

    test('--apply writes recordings of one loudness, rows that pass the checks, and keeps originals', () => {
      const { status } = audio(words, ...agreed, '--report', report, '--apply')
      expect(status).toBe(0)
      expect(run('check', '--data', data)).toMatchObject({ status: 0 })
      const { media } = readLexicon(data, 'gia-rai').lexicon!
      expect(media).toHaveLength(36)
      expect(media[0]?.value).toMatchObject({
        speaker: 'A. B.',
        consent: 'giấy số 1',
        reviewState: 'draft',
      })
      const said = JSON.parse(readFileSync(report, 'utf8'))
      for (const { file, entry } of said.files)
        expect(entry).toBe(alone[spoken.findIndex(({ name }) => name === file)]!.id)
      expect(readdirSync(join(folder, 'originals/gia-rai'))).toHaveLength(36)
      for (const { value } of media)
        expect(readdirSync(join(folder, 'originals/gia-rai'))).toContainEqual(
          expect.stringContaining(value.originalSha256!),
        )
      const levels = media
        .map(({ value }) => levelOf(join(data, 'gia-rai/media', value.path)))
        .sort((a, b) => a - b)
      expect(levels[34]! - levels[1]!).toBeLessThan(2)
    })

    test('again there is nothing to do', () => {
      const before = readFileSync(join(data, 'gia-rai/media.csv'), 'utf8')
      const { stdout, status } = audio(words, ...agreed, '--apply')
      expect(stdout).toMatch(/^0 taken, 36 known already, /m)
      expect(status).toBe(0)
      expect(readFileSync(join(data, 'gia-rai/media.csv'), 'utf8')).toBe(before)
    })

    test('a list says what names do not, and of a twin under another word neither is taken', () => {
      const listed = join(folder, 'listed')
      mkdirSync(listed)
      speak(listed, [
        { name: '1.wav', text: alone[40]!.headword },
        { name: '3.wav', text: alone[43]!.headword },
      ])
      cpSync(join(listed, '3.wav'), join(listed, `${alone[43]!.headword}.wav`))
      cpSync(join(listed, '1.wav'), join(listed, `${alone[41]!.headword}.wav`))
      const list = join(folder, 'list.csv')
      writeFileSync(
        list,
        `tệp,mã,người nói,đồng ý,giấy phép\n1.wav,${alone[40]!.id},C. D.,giấy số 2,CC-BY-4.0\n${alone[41]!.headword}.wav,,C. D.,giấy số 2,CC-BY-4.0\n2.wav,,,,\n3.wav,${alone[43]!.id},C. D.,giấy số 2,CC-BY-4.0\n${alone[43]!.headword}.wav,,C. D.,giấy số 2,CC-BY-4.0\n`,
      )
      const { stdout, status } = audio(listed, '--list', list, '--json')
      const said = JSON.parse(stdout)
      expect(said.counts).toMatchObject({ taken: 1, twice: 3 })
      expect(said.files[0]).toMatchObject({ entry: alone[40]!.id, outcome: 'twice' })
      expect(said.files[1]).toMatchObject({
        entry: alone[43]!.id,
        by: said.files[0].by,
        speaker: 'C. D.',
      })
      expect(said.listProblems).toMatchObject([{ code: 'recording-missing', given: '2.wav' }])
      expect(status).toBe(0)
    })

    test('says where a recording is that now goes by another word', () => {
      const renamed = join(folder, 'renamed')
      mkdirSync(renamed)
      cpSync(join(words, spoken[0]!.name), join(renamed, `${alone[44]!.id}.wav`))
      const { stdout, status } = audio(renamed, ...agreed, '--json')
      const [file] = JSON.parse(stdout).files
      expect(file).toMatchObject({ outcome: 'twice', problems: [{ elsewhere: 'row' }] })
      expect(file.reason).toContain(`(${alone[0]!.id})`)
      expect(status).toBe(1)
    })

    test('whatever else lies there is a problem with its name, never the end of it', async () => {
      const text = alone[42]!.headword
      speak(awkward, [
        { name: '-y.wav', text },
        { name: `a'b "c".m4a`, text },
        { name: 'line\nend.ogg', text, rate: 48_000 },
        { name: '%03d.flac', text },
        { name: 'concat:a|b.mp3', text },
        { name: `${'đ'.repeat(110)}.webm`, text, rate: 48_000 },
        { name: 'loud.wav', text, gain: 30 },
        { name: 'far.wav', text, gain: -36 },
      ])
      const bytesOf = (name: string) => readFileSync(join(awkward, name))
      const write = (name: string, content: Uint8Array | string) =>
        writeFileSync(join(awkward, name), content)
      write('really-mp3.wav', bytesOf('concat:a|b.mp3'))
      write('empty.wav', '')
      write('text.wav', 'no sound\n')
      write('cut.m4a', bytesOf(`a'b "c".m4a`).subarray(0, 2000))
      write('torn.flac', Buffer.concat([bytesOf('%03d.flac').subarray(0, 900), Buffer.alloc(900)]))
      write('list.m3u8', `#EXTM3U\n#EXTINF:1,\nfile:${join(awkward, 'loud.wav')}\n`)
      write('list.wav', `ffconcat version 1.0\nfile '${join(awkward, 'loud.wav')}'\n`)
      const made = (name: string, ...options: readonly string[]) =>
        spawnSync('ffmpeg', ['-v', 'error', ...options, join(awkward, name)])
      made('film.mp4', '-f', 'lavfi', '-i', 'testsrc=d=1', '-f', 'lavfi', '-i', 'sine=d=1')
      made('still.png', '-f', 'lavfi', '-i', 'testsrc=d=1', '-frames:v', '1')
      made('hours.wav', '-f', 'lavfi', '-i', 'anoisesrc=d=7200:a=0.01:r=8000')
      made('nothing.wav', '-f', 'lavfi', '-i', 'anullsrc', '-t', '2')
      mkdirSync(join(awkward, 'folder.wav'))

      const names = readdirSync(awkward).filter((name) => name !== '.raw')
      const start = performance.now()
      const { clips, problems } = await masterFiles(
        names.map((name) => ({ name, path: join(awkward, name) })),
      )
      expect(performance.now() - start).toBeLessThan(60_000)
      const reasonsOf = (name: string) =>
        problems.flatMap((problem) => {
          if (problem.at.file !== name) return []
          if (problem.code === 'no-recording') return problem.reason
          return problem.code === 'recording-fault' ? problem.fault : problem.code
        })
      const reasons = Object.fromEntries(names.map((name) => [name, reasonsOf(name)]))
      expect(reasons).toMatchObject({
        'empty.wav': ['empty'],
        'text.wav': ['no-sound'],
        'cut.m4a': ['broken'],
        'list.m3u8': ['no-sound'],
        'list.wav': ['no-sound'],
        'film.mp4': ['video'],
        'still.png': ['no-sound'],
        'hours.wav': ['long'],
        'nothing.wav': ['silent'],
        'folder.wav': ['no-sound'],
        'loud.wav': expect.arrayContaining(['clipped']),
        'far.wav': expect.arrayContaining(['too-quiet']),
      })
      for (const name of names)
        expect(clips.has(name) || reasonsOf(name).length > 0, name).toBe(true)
      for (const name of ['-y.wav', `a'b "c".m4a`, 'line\nend.ogg', '%03d.flac', 'really-mp3.wav'])
        expect([...clips.keys()]).toContain(name)

      const again = await masterFiles([{ name: 'b', path: join(awkward, '-y.wav') }])
      expect(again.clips.get('b')?.sha256).toBe(clips.get('-y.wav')?.sha256)

      const { stdout, status } = audio(awkward, ...agreed)
      expect(status).toBe(1)
      expect(stdout).toContain('line\\u000aend.ogg')
    })

    test('says how to get ffmpeg where there is none', () => {
      const { status, stderr } = spawnSync(
        process.execPath,
        ['scripts/run.mjs', 'audio', '--language', 'gia-rai', words, ...agreed, '--lang', 'en'],
        { encoding: 'utf8', env: { ...process.env, FFMPEG_PATH: join(folder, 'no-ffmpeg') } },
      )
      expect(status).toBe(1)
      expect(stderr.trim().split('\n')).toHaveLength(1)
      expect(stderr).toContain('apt-get install ffmpeg')
      expect(stderr).toContain('winget install')
    })
  },
)

/** RMS of the speech in a mastered file, dBFS. */
function levelOf(path: string): number {
  const { stdout } = spawnSync(
    'ffmpeg',
    ['-v', 'error', '-i', path, '-c:a', 'pcm_f32le', '-f', 'wav', 'pipe:1'],
    { maxBuffer: 1 << 26 },
  )
  const wav = readWav(stdout)
  if (!wav.ok) throw new Error(wav.error)
  return findSpeech({ samples: wav.value.channels[0]!, rate: wav.value.rate })!.speechLevel
}
