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
import { nodePorts } from '../../scripts/ports'
import { RELEASE_FORMATS } from '../../scripts/release/language-files'
import { readZip } from '../../src/formats/zip'
import { publishedLength, readHead } from '../../src/pack/container'
import { EVERY_FIELD } from '../fixtures'

const folder = mkdtempSync(join(tmpdir(), 'rong-release-'))
const data = join(folder, 'data')
const out = join(folder, 'release')
const release = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['scripts/run.mjs', 'release', ...args], { encoding: 'utf8' })
const pathsIn = (root: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .sort()
const contentsOf = (root: string) =>
  pathsIn(root).map((path) => [path.slice(root.length), readFileSync(path, 'base64')])

/** Everything that can be read in a release, inside archives too; a pack is looked at by itself. */
const textsOf = (root: string) =>
  pathsIn(root).flatMap((path): { path: string; text: string }[] => {
    const bytes = new Uint8Array(readFileSync(path))
    const decode = (part: Uint8Array) => new TextDecoder().decode(part)
    if (path.endsWith('.rong')) return []
    const zip = /\.(zip|xlsx|apkg)$/.test(path) ? readZip(bytes) : undefined
    return zip?.ok
      ? [...zip.value].map(([inner, part]) => ({ path: `${path}/${inner}`, text: decode(part) }))
      : [{ path, text: decode(bytes) }]
  })

beforeAll(() => {
  cpSync(EVERY_FIELD, data, { recursive: true })
  const senses = join(data, 'ba-na', 'senses.csv')
  const reviews = join(data, 'ba-na', 'reviews.csv')
  // The second entry goes out, and with it the only form under its number.
  writeFileSync(
    senses,
    readFileSync(senses, 'utf8').replace(
      /^(bn-s00157,.*),attested,(.*)$/m,
      (_, before, after) => `${before},rejected,${after}`,
    ),
  )
  writeFileSync(
    reviews,
    `${readFileSync(reviews, 'utf8')}bn-v00003,bn-s00157,rejected,A. B.,2026-11-03,duyệt thử\n`,
  )
  const result = release('--data', data, '--out', out)
  expect(result.stderr).toBe('')
  expect(result.status, result.stdout).toBe(0)
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('npm run release', { timeout: 60_000 }, () => {
  test('has every format, licences, citation and checksums', () => {
    expect(readdirSync(join(out, 'ba-na')).sort()).toEqual(
      [...RELEASE_FORMATS, 'share-alike'].sort(),
    )
    expect(readdirSync(out).sort()).toEqual([
      'CITATION.cff',
      'LICENCES',
      'README.md',
      'SHA256SUMS',
      'ba-na',
      'packs',
    ])
    expect(readFileSync(join(out, 'LICENCES/sidwell2015.txt'), 'utf8')).toContain(
      'https://creativecommons.org/licenses/by/4.0/',
    )
    expect(readFileSync(join(out, 'CITATION.cff'), 'utf8')).toMatch(
      /^cff-version: 1\.2\.0\n[\s\S]*date-released: "\d{4}-\d\d-01"/,
    )
  })

  test('gives the same bytes again, in the place of the old', () => {
    const first = contentsOf(out)
    writeFileSync(join(out, 'left-over'), '')
    expect(release('--data', data, '--out', out)).toMatchObject({ status: 0 })
    expect(contentsOf(out)).toEqual(first)
  })

  test('checksums verify', () => {
    const { status, stderr } = spawnSync('sha256sum', ['-c', '--quiet', '--strict', 'SHA256SUMS'], {
      cwd: out,
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([0, ''])
    const listed = readFileSync(join(out, 'SHA256SUMS'), 'utf8').trim().split('\n')
    expect(listed).toHaveLength(pathsIn(out).length - 1)
  })

  test('has no draft and nothing rejected in any file', async () => {
    const texts = textsOf(out)
    expect(texts.some(({ text }) => text.includes('bn-s00001'))).toBe(true)
    for (const hidden of ['bn-00781', 'bn-f01727', 'bn-s00818', 'feast', 'bn-s00157', 'bn-00152'])
      expect(
        texts.filter(({ text }) => text.includes(hidden)).map(({ path }) => path),
        hidden,
      ).toEqual([])
    const [pack = ''] = pathsIn(join(out, 'packs'))
    const bytes = new Uint8Array(readFileSync(pack))
    const head = await readHead(bytes, nodePorts.hash)
    expect(head.ok && publishedLength(head.value)).toBe(bytes.length)
  })

  test('has share-alike forms nowhere but apart, with their licence', () => {
    const apart = readFileSync(join(out, 'ba-na/share-alike/forms-share-alike.csv'), 'utf8')
    const ids = [...apart.matchAll(/^(bn-f\d+),/gm)].map(([, id]) => id ?? '')
    expect(ids.length).toBeGreaterThan(0)
    for (const { path, text } of textsOf(out))
      if (!path.includes('share-alike'))
        expect(
          ids.filter((id) => text.includes(id)),
          path,
        ).toEqual([])
    expect(readFileSync(join(out, 'ba-na/share-alike/LICENCE.txt'), 'utf8')).toContain('CC-BY-SA')
  })

  test('the book carries its fonts', () => {
    const html = readFileSync(join(out, 'ba-na/book/rong-ba-na.html'), 'utf8')
    expect(html.match(/url\(data:font\/woff2;base64,/g)).toHaveLength(2)
    expect(html).not.toMatch(/url\((?!data:)/)
  })

  test('writes nothing when the tables have an error', () => {
    const broken = join(folder, 'broken')
    cpSync(data, broken, { recursive: true })
    const senses = join(broken, 'ba-na', 'senses.csv')
    writeFileSync(senses, readFileSync(senses, 'utf8').replace(',bn-00001,', ',bn-99999,'))
    const before = contentsOf(out)
    const refused = release('--data', broken, '--out', out)
    expect(refused.status).toBe(1)
    expect(refused.stdout).toContain('ba-na/senses.csv:')
    expect(contentsOf(out)).toEqual(before)
  })

  test('puts itself in the place of a release only', () => {
    const other = join(folder, 'other')
    mkdirSync(other)
    writeFileSync(join(other, 'a.txt'), 'a')
    const { status, stderr } = release('--data', data, '--out', other)
    expect([status, stderr]).toEqual([2, expect.stringContaining('--out DIR')])
    expect(existsSync(join(other, 'a.txt'))).toBe(true)
  })
})
