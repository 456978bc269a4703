import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  changeFolder,
  listLanguages,
  listTree,
  readDataFolder,
  readText,
  replaceFolder,
  writeAtomically,
} from '../../scripts/files'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rong-files-'))
})
afterEach(() => {
  rmSync(root, { recursive: true })
})

describe('readDataFolder', () => {
  test('gives the tables of the language and the shared ones, and says which line is not UTF-8', () => {
    mkdirSync(join(root, 'shared'))
    mkdirSync(join(root, 'ba-na/media'), { recursive: true })
    writeFileSync(join(root, 'shared/topics.csv'), '\uFEFFID\n')
    writeFileSync(join(root, 'ba-na/README.md'), 'not a table')
    writeFileSync(join(root, 'ba-na/forms.csv'), Uint8Array.of(73, 68, 10, 97, 0xff, 10))
    expect(listLanguages(root)).toEqual(['ba-na'])
    const { files, problems } = readDataFolder(root, 'ba-na')
    expect([...files]).toEqual([['shared/topics.csv', '\uFEFFID\n']])
    expect(problems).toMatchObject([
      { code: 'unreadable-file', reason: 'not-utf-8', at: { file: 'ba-na/forms.csv', line: 2 } },
    ])
  })
})

describe('replaceFolder', () => {
  test('leaves exactly the new files and nothing beside them', () => {
    const folder = join(root, 'packs')
    replaceFolder(folder, new Map([['old.rong', 'old']]))
    replaceFolder(folder, new Map([['s/new', Uint8Array.of(1)]]))
    expect(listTree(root)).toEqual(['packs/s/new'])
  })
})

test('changeFolder writes and takes away what it is told and leaves the rest', () => {
  for (const name of ['a', 'b', 'c']) writeAtomically(join(root, name), name)
  const changes = new Map([
    ['a', 'new'],
    ['b', undefined],
    ['d/e', 'new'],
  ])
  changeFolder(root, changes)
  expect(listTree(root)).toEqual(['a', 'c', 'd/e'])
  expect(readText(join(root, 'a'))).toBe('new')
})

test('changeFolder changes nothing where a file cannot be written', () => {
  writeAtomically(join(root, 'a'), 'old')
  const changes = new Map([
    ['a', 'new'],
    ['a/b', 'new'],
  ])
  expect(() => changeFolder(root, changes)).toThrow()
  expect(listTree(root)).toEqual(['a'])
  expect(readText(join(root, 'a'))).toBe('old')
})

test('writeAtomically makes the folders it needs and leaves no other file', () => {
  writeAtomically(join(root, 'a/b.txt'), 'one')
  writeAtomically(join(root, 'a/b.txt'), 'two')
  expect(listTree(root)).toEqual(['a/b.txt'])
  expect(readText(join(root, 'a/b.txt'))).toBe('two')
})
