import { ok, type Result } from '../lexicon/result'
import { type Ports, readHead } from './container'
import { ROW_SECTIONS, readAll, textsOf, withChanges } from './delta'
import type { DictionaryError } from './dictionary'
import { parseJson } from './list-row'
import type { SectionName } from './sections'
import { type RawSection, type WritePorts, writeContainer } from './write-container'
import { writeRows } from './write-rows'

/** The delta that leads from one complete pack to another of the same language; delta.ts applies it. */
export const writeDelta = async (
  base: Uint8Array,
  target: Uint8Array,
  ports: Ports & WritePorts,
): Promise<Result<Uint8Array<ArrayBuffer>, DictionaryError>> => {
  const from = await readHead(base, ports.hash)
  const to = await readHead(target, ports.hash)
  if (!from.ok) return from
  if (!to.ok) return to
  const older = await readAll(base, ports)
  const newer = await readAll(target, ports)
  if (!older.ok) return older
  if (!newer.ok) return newer

  const sections: RawSection[] = [
    {
      name: 'delta',
      raw: json({
        from: from.value.hash,
        to: to.value.hash,
        release: propertiesOf(newer.value.get('meta')).get('release'),
      }),
    },
    { name: 'head', raw: target.slice(0, to.value.length) },
  ]
  for (const name of ['meta', 'about']) {
    const raw = newer.value.get(name)
    const before = older.value.get(name)
    if (raw === undefined || isEqual(raw, before)) continue
    const changes = changedProperties(before, raw)
    sections.push(
      isEqual(raw, withChanges(before, changes))
        ? { name: `${name}-changes`, raw: changes }
        : { name, raw },
    )
  }
  for (const { rows, of } of ROW_SECTIONS) {
    const changes = changedRows(older.value, newer.value, of)
    if (changes.length > 0) sections.push({ name: rows, raw: writeRows(changes) })
  }
  return ok((await writeContainer(to.value.language, sections, ports)).bytes)
}

/** Rows of the newer that the older has not or has otherwise; with an empty text, those it lost. */
const changedRows = (
  older: ReadonlyMap<SectionName, Uint8Array>,
  newer: ReadonlyMap<SectionName, Uint8Array>,
  of: (name: SectionName) => boolean,
): readonly { readonly number: number; readonly text: string }[] => {
  const before = textsOf(older, of) ?? new Map<number, string>()
  const after = textsOf(newer, of) ?? new Map<number, string>()
  const changed = [...after].filter(([number, text]) => before.get(number) !== text)
  const gone = [...before.keys()].filter((number) => !after.has(number))
  return [
    ...changed.map(([number, text]) => ({ number, text })),
    ...gone.map((number) => ({ number, text: '' })),
  ]
}

const changedProperties = (before: Uint8Array | undefined, after: Uint8Array): Uint8Array => {
  const old = propertiesOf(before)
  const changed = [...propertiesOf(after)].filter(
    ([name, value]) => JSON.stringify(old.get(name)) !== JSON.stringify(value),
  )
  return json(Object.fromEntries(changed))
}

const isEqual = (a: Uint8Array, b: Uint8Array | undefined): boolean =>
  b !== undefined && a.length === b.length && a.every((byte, i) => byte === b[i])

const propertiesOf = (section: Uint8Array | undefined): ReadonlyMap<string, unknown> => {
  const value = section && parseJson(new TextDecoder().decode(section))
  return new Map(Object.entries(value ?? {}))
}

const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
