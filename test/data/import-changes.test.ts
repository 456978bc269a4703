import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
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
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { nodePorts } from '../../scripts/ports'
import type { Change } from '../../src/formats/change-set'
import { readChangeSet } from '../../src/formats/change-set/read'
import { changeSetFile, mediaLine, reviewLine, SPEAKER, wavLike } from '../change-sets'
import { EVERY_FIELD } from '../fixtures'

const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0
const folder = mkdtempSync(join(tmpdir(), 'rong-import-changes-'))
const data = join(folder, 'data')
const into = join(data, 'ba-na')
const file = join(folder, 'a.rong-changes')
const originals = join(folder, 'originals', 'ba-na')

const run = (command: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, ['scripts/run.mjs', command, ...args], { encoding: 'utf8' })
const COMMON = ['--language', 'ba-na', '--format', 'rong-changes', '--lang', 'en', '--data', data]
const importFile = (...args: readonly string[]) =>
  run('import', ...COMMON, file, '--into', into, ...args)
const tableOf = (name: string) => readFileSync(join(into, name), 'utf8')
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
const contentsOf = (root: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => join(found.parentPath, found.name))
    .sort()
    .map((path) => [path, sha256(readFileSync(path))])

const MEDIA = new Map([
  ['media/consent.wav', wavLike(110, 2)],
  ['media/t1.wav', wavLike(140)],
  ['media/t2.wav', wavLike(170)],
])
/** A file of two recordings, and of the lines given besides. */
const write = async (...others: readonly Change[]) =>
  writeFileSync(
    file,
    await changeSetFile({
      media: MEDIA,
      lines: (hashes) => [
        mediaLine('t1', hashes.get('media/t1.wav')!, { form: 'bn-f00005' }),
        mediaLine('t2', hashes.get('media/t2.wav')!, { entry: 'bn-00152' }),
        ...others,
      ],
    }),
  )

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  cpSync(EVERY_FIELD, data, { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.skipIf(!hasFfmpeg)(
  `npm run import --format rong-changes${hasFfmpeg ? '' : ' (needs ffmpeg)'}`,
  { timeout: 60_000 },
  () => {
    test('is a dry run first', async () => {
      await write()
      const before = contentsOf(folder)
      const { stdout, status } = importFile()
      expect(stdout).toContain('2 new recordings, 0 new verdicts, 0 known already, 0 not taken')
      expect(stdout).toContain('--apply')
      expect(status).toBe(0)
      expect(contentsOf(folder)).toEqual(before)
    })

    test('masters recordings into drafts with all that is known of them, keeps originals apart, and is clean', async () => {
      await write()
      expect(importFile('--apply')).toMatchObject({ status: 0 })
      const rows = tableOf('media.csv').trim().split('\n')
      const mp3 = readFileSync(join(into, 'media/bn-m00002.mp3'))
      const original = sha256(MEDIA.get('media/t1.wav')!)
      const consent = sha256(MEDIA.get('media/consent.wav')!)
      expect(rows[2]).toBe(
        [
          'bn-m00002,bn-00001,bn-f00005,audio,bn-m00002.mp3',
          sha256(mp3),
          'kon-tum,A. B.,làng mẫu,2026-11-22',
          `"đồng ý ngày 2026-11-22, bản lời ${sha256(SPEAKER.consent.text)}, ghi âm lời đồng ý ${consent}"`,
          'recordings,CC-BY-4.0,draft,,1960,t1.wav',
          original,
        ].join(','),
      )
      expect(rows[3]).toMatch(/^bn-m00003,bn-00152,,audio,/)
      expect(mp3.length).toBeGreaterThan(1000)
      expect(tableOf('sources.bib')).toContain('@misc{recordings,')
      expect(readdirSync(originals).sort()).toEqual(
        [
          `${original}.wav`,
          `${sha256(MEDIA.get('media/t2.wav')!)}.wav`,
          `${consent}.wav`,
          `${sha256(SPEAKER.consent.text)}.txt`,
        ].sort(),
      )
      expect(run('check', '--data', data)).toMatchObject({ status: 0 })
    })

    test('a second time there is nothing to do', async () => {
      await write()
      importFile('--apply')
      const before = contentsOf(data)
      const { stdout, status } = importFile('--apply')
      expect(stdout).toContain('0 new recordings, 0 new verdicts, 2 known already, 0 not taken')
      expect(status).toBe(0)
      expect(contentsOf(data)).toEqual(before)
    })

    test('takes a verdict on the recording that was heard, and no other', async () => {
      await write()
      importFile('--apply')
      const clip = sha256(readFileSync(join(into, 'media/bn-m00002.mp3')))
      writeFileSync(
        file,
        await changeSetFile({
          lines: () => [
            reviewLine('bn-m00002', clip),
            reviewLine('bn-m00003', clip),
            reviewLine('bn-m00009', clip),
            reviewLine('bn-f01727', undefined),
          ],
        }),
      )
      const { stdout, status } = importFile('--apply')
      expect(stdout).toContain('0 new recordings, 2 new verdicts, 0 known already, 2 not taken')
      expect(stdout).toContain('a.rong-changes:2')
      expect(stdout).toContain('another recording than bn-m00003')
      expect(status).toBe(0)
      expect(tableOf('media.csv')).toMatch(/^bn-m00002,.*,reviewed,,1960,/m)
      expect(tableOf('reviews.csv')).toContain(',bn-m00002,reviewed,C. D.,2026-11-23,')
      expect(run('check', '--data', data)).toMatchObject({ status: 0 })
      expect(importFile('--apply').stdout).toContain('2 known already, 2 not taken')
    })

    test('gives back with reasons what it cannot take, and loses none of it', async () => {
      writeFileSync(
        join(into, 'retired.csv'),
        `${tableOf('retired.csv')}bn-00900,,bn-00001,2026-11-01,a\n`,
      )
      const path = { path: 'media/t1.wav' }
      const take = sha256(MEDIA.get('media/t1.wav')!)
      const edit = { op: 'set', table: 'senses', id: 'bn-s00001', field: 'note', after: 'a' }
      await write(
        mediaLine('x1', take, { ...path, entry: 'bn-09999' }),
        mediaLine('x2', take, { ...path, entry: 'bn-00900' }),
        mediaLine('x3', take, { ...path, form: 'bn-f01727' }),
        mediaLine('x4', take, { ...path, variety: 'nowhere' }),
        mediaLine('x5', take, { ...path, licence: 'CC-BY-SA' }),
        { ...mediaLine('x6', take, path), speaker: 'nobody' },
        mediaLine('x7', take),
        mediaLine('x8', take, { ...path, entry: 'bn-00781' }),
        mediaLine('x9', sha256('x'), path),
        { ...edit, at: '2026-11-22T05:00:00Z', by: 'A' } as unknown as Change,
        { op: 'rename' } as unknown as Change,
      )
      const { stdout, status } = importFile('--apply')
      expect(status).toBe(0)
      expect(stdout).toContain('2 new recordings, 0 new verdicts, 0 known already, 11 not taken')
      for (const hint of [
        ':3  not taken',
        'no entry bn-09999',
        'is retired and is now bn-00001',
        'bn-f01727 now belongs to the entry bn-00781',
        'no variety "nowhere"',
        'agreed to CC-BY-4.0 only',
        '"nobody" is not in speakers.jsonl',
        'media/x7.wav is damaged or missing',
        'already: bn-m00002, of the entry bn-00001',
        'media/t1.wav is damaged or missing',
        'does not take changes of the kind set in senses yet',
        'no operation "rename"',
      ])
        expect(stdout).toContain(hint)
      const refused = readFileSync(join(folder, 'a.refused.rong-changes'))
      const set = await readChangeSet(new Uint8Array(refused), nodePorts.hash)
      if (!set.ok) throw new Error(set.error.kind)
      expect(set.value.lines).toHaveLength(11)
      expect(set.value.lines[0]?.change?.refusal).toContain('bn-09999')
      expect(set.value.media.has('media/t1.wav')).toBe(true)
    })

    test('takes nobody under the consent of another, and nothing into the tables that cannot be seen', async () => {
      const take = sha256(MEDIA.get('media/t1.wav')!)
      const path = { path: 'media/t1.wav' }
      writeFileSync(
        file,
        await changeSetFile({
          media: MEDIA,
          lines: () => [
            mediaLine('x1', take, { ...path, speaker: 'C. D.' }),
            mediaLine('x2', take, { ...path, speakerBirthYear: -3.5 }),
            mediaLine('x3', take, { ...path, place: 'a\u001b[2Jb\u202ec', note: '\u0007\nd' }),
            reviewLine('bn-f01727', undefined, { reviewer: 'E\u001b[31m' }),
            { op: '\u001b[31m' } as unknown as Change,
          ],
        }),
      )
      const { stdout } = importFile('--apply')
      expect(stdout).toContain('1 new recordings, 1 new verdicts, 0 known already, 3 not taken')
      expect(stdout).toContain('names "C. D.", but who agreed is "A. B."')
      expect(stdout).toContain('"-3.5" is no year of birth')
      expect(stdout).toContain('\\u001b[31m')
      for (const sign of ['\u001b', '\u202e']) expect(stdout).not.toContain(sign)
      expect(tableOf('media.csv')).toContain(',A. B.,a [2Jb c,2026-11-22,')
      for (const name of ['media.csv', 'reviews.csv'])
        expect(tableOf(name).replace(/\n/g, '')).not.toMatch(/\p{Cc}|\u202e/u)
    })

    test('takes several files at once, whichever has the recordings', async () => {
      await write()
      const first = join(folder, 'verdicts.rong-changes')
      const lines = () => [reviewLine('bn-f01727', undefined)]
      writeFileSync(first, await changeSetFile({ speakers: [], lines }))
      const fresh = run('import', ...COMMON, first, file, '--into', into, '--apply')
      expect(fresh.status).toBe(0)
      expect(tableOf('sources.bib')).toContain('@misc{recordings,')
    })

    test('writes nothing where what is refused cannot be given back', async () => {
      await write({ op: 'rename' } as unknown as Change)
      const before = contentsOf(data)
      const { stderr, status } = importFile('--apply', '--refused', join(file, 'x.rong-changes'))
      expect(status).toBe(1)
      expect(stderr).toContain('the tables are as they were')
      expect(stderr.trim().split('\n')).toHaveLength(1)
      expect(contentsOf(data)).toEqual(before)
      expect(importFile('--apply', '--refused', join(folder, 'x.rong-changes')).status).toBe(0)
    })

    test('refuses what is no recording, and says why', async () => {
      const silence = new Map([...MEDIA, ['media/t1.wav', new Uint8Array(3000)]])
      writeFileSync(
        file,
        await changeSetFile({
          media: silence,
          lines: (hashes) => [mediaLine('t1', hashes.get('media/t1.wav')!)],
        }),
      )
      const { stdout, status } = importFile('--apply', '--report', join(folder, 'r.csv'))
      expect(stdout).toContain('a.rong-changes/media/t1.wav')
      expect(stdout).toContain('1 not taken')
      expect(status).toBe(1)
      expect(readFileSync(join(folder, 'r.csv'), 'utf8')).toContain('not taken,inh,')
      expect(existsSync(originals)).toBe(false)
    })

    test('tells everything as one JSON object', async () => {
      await write()
      const report = JSON.parse(importFile('--json').stdout)
      expect(report.counts).toEqual({ added: 2, judged: 0, unchanged: 0, refused: 0 })
      expect(report.rows[0]).toMatchObject({ line: 1, outcome: 'added', headword: 'inh' })
      expect(report.written).toBe(false)
    })
  },
)

describe('npm run import --format rong-changes', { timeout: 60_000 }, () => {
  test('says what is wrong with a file that it cannot take', async () => {
    writeFileSync(file, 'headword,gloss\n')
    expect(importFile()).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('no .rong-changes file'),
    })
    await write()
    writeFileSync(file, readFileSync(file).subarray(0, 5000))
    expect(importFile('--apply')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('not copied to its end'),
    })
    writeFileSync(file, await changeSetFile({ language: 'gia-rai', lines: () => [] }))
    expect(importFile().stderr).toContain('--language gia-rai')
  })

  test('says what is wrong with the command', () => {
    const wrong = run(
      'import',
      '--language',
      'ba-na',
      '--format',
      'rong-changes',
      'x',
      '--out',
      folder,
    )
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('--into')])
    expect(importFile()).toMatchObject({ status: 2 })
    mkdirSync(file)
    expect(importFile().stderr).toContain('there is no such file')
  })
})
