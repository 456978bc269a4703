import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodePorts } from '../../scripts/ports'
import { readWhole } from '../../src/pack/container'

const folder = mkdtempSync(join(tmpdir(), 'rong-drafts-'))
const data = join(folder, 'data')
const packs = join(folder, 'packs')
/** The `.rong` file with nothing beside it. */
const alone = join(folder, 'alone')

const run = (command: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, ['scripts/run.mjs', command, ...args], { encoding: 'utf8' })
const listingIn = (packs: string) =>
  JSON.parse(readFileSync(join(packs, 'index.json'), 'utf8')).packs[0]
const lookup = (...origin: readonly string[]) =>
  run('lookup', ...origin, '--json', '--drafts', '--limit', '50', 'nước', 'chim', 'con', 'tay')

beforeAll(() => {
  for (const part of ['shared', 'ba-na'])
    cpSync(join('data', part), join(data, part), { recursive: true })
  expect(run('compile', '--data', data, '--out', packs).status).toBe(0)
  const { file } = listingIn(packs).whole
  cpSync(join(packs, file), join(alone, file))
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a pack whose .rong file ends before its drafts', { timeout: 60_000 }, () => {
  test('is found with them where their sections lie beside it', () => {
    const fromTables = lookup('--data', data)
    expect(fromTables.stdout).toContain('"reviewState":"draft"')
    const { file } = listingIn(packs).whole
    for (const origin of [
      ['--packs', packs],
      ['--pack', join(packs, file)],
    ])
      expect(lookup(...origin)).toMatchObject({ status: 0, stdout: fromTables.stdout, stderr: '' })
  })

  test('opens without them where it is alone, and lookup says so', () => {
    const { stdout, stderr, status } = lookup('--pack', join(alone, listingIn(packs).whole.file))
    expect(status).toBe(0)
    expect(stderr).toContain('its drafts are not in the folder s')
    expect(stdout).not.toContain('"reviewState":"draft"')
  })

  test('is the base of a delta only with them', async () => {
    const later = join(folder, 'later')
    cpSync(data, later, { recursive: true })
    const language = join(later, 'ba-na', 'language.json')
    writeFileSync(
      language,
      readFileSync(language, 'utf8').replace(/"2026\.\d+\.\d+"/, '"2999.1.0"'),
    )
    const out = join(folder, 'later-packs')
    const compile = (base: string) => run('compile', '--data', later, '--out', out, '--base', base)

    expect(compile(alone).stderr).toContain('lacks its drafts')
    expect(listingIn(out).deltas).toEqual([])

    expect(compile(packs)).toMatchObject({ status: 0, stderr: '' })
    const [delta] = listingIn(out).deltas
    expect(delta.from).toBe(listingIn(packs).head)
    const sections = await readWhole(readFileSync(join(out, delta.file)), nodePorts)
    // Nothing but the name of the release differs, so no draft may stand in it.
    expect(sections.ok && [...sections.value.keys()]).not.toContain('draft-rows')
  })
})
