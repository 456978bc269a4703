import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { EXPLANATIONS } from '../src/checks/explain/index'
import { CHECKS } from '../src/checks/index'
import { FORMATS } from '../src/formats/index'

const SRC = join(import.meta.dirname, '../src')

describe('checks', () => {
  test('are the files of the folder, each named for its code', () => {
    expect(CHECKS.map((check) => `${check.code}.ts`).sort()).toEqual(
      filesOf('checks', ['check.ts', 'index.ts']),
    )
  })

  test('are explained in the languages of explain/', () => {
    expect(
      Object.keys(EXPLANATIONS)
        .map((code) => `${code}.ts`)
        .sort(),
    ).toEqual(filesOf('checks/explain', ['explain.ts', 'index.ts']))
  })
})

describe('formats', () => {
  test('are the files of the folder that export one, each by its id', async () => {
    const exported = filesOf('formats', ['index.ts']).flatMap((file) => {
      const code = readFileSync(join(SRC, 'formats', file), 'utf8')
      return [...code.matchAll(/^export const (\w+)(?:: Format =| = wide\()/gm)].map(
        ([, name]) => name ?? '',
      )
    })
    const loaded = await Promise.all(FORMATS.map(({ load }) => load()))
    expect(loaded.map(({ id }) => id)).toEqual(FORMATS.map(({ id }) => id))
    expect(new Set(loaded).size).toBe(exported.length)
  })
})

/** Names of the files of a folder of src but its contract and its registry. */
function filesOf(folder: string, others: readonly string[]): string[] {
  return readdirSync(join(SRC, folder), { withFileTypes: true })
    .filter((file) => file.isFile() && !others.includes(file.name))
    .map((file) => file.name)
    .sort()
}
