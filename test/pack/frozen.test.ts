import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { nodePorts } from '../../scripts/ports'
import { readWhole } from '../../src/pack/container'
import { openDictionary } from '../../src/pack/dictionary'

/** Packs of past releases, `v<n>.rong`, never written anew: this app must open them for ever. */
const FOLDER = 'test/fixtures/packs'
const packs = existsSync(FOLDER)
  ? readdirSync(FOLDER).filter((name) => /^v\d+\.rong$/.test(name))
  : []

test.skipIf(packs.length === 0)('every frozen pack opens, whole and entry by entry', async () => {
  for (const name of packs) {
    const bytes = new Uint8Array(readFileSync(`${FOLDER}/${name}`))
    const stored = await readWhole(bytes, nodePorts)
    expect(stored.ok, name).toBe(true)
    const sections = stored.ok ? stored.value : new Map<string, Uint8Array>()
    const opened = await openDictionary(
      bytes,
      async (names) => new Map([...sections].filter(([section]) => names.includes(section))),
      nodePorts,
      { drafts: true },
    )
    if (!opened.ok) throw new Error(`${name}: ${opened.error.kind}`)
    const { list, draftList, listRow, entry, about, groups } = opened.value
    expect(list.count, name).toBeGreaterThan(0)
    for (const number of [...list.numbers(), ...(draftList?.numbers() ?? [])]) {
      expect(listRow(number), `${name} ${number}`).toBeDefined()
      const full = await entry(number, { drafts: true })
      expect(full.ok && full.value?.entry.number, `${name} ${number}`).toBe(number)
    }
    expect([(await about()).ok, (await groups()).ok], name).toEqual([true, true])
  }
})
