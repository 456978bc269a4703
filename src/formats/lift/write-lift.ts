import { groupBy } from '../../lexicon/group-by'
import type { Lexicon } from '../../lexicon/lexicon'
import type { Media } from '../../lexicon/media'
import type { Residue } from '../../lexicon/retired'
import type { Files, WriteContext } from '../format'
import { writeChild, writeXml } from '../xml/write-xml'
import type { BuildContext } from './build-entry'
import { addOwnHeader, buildFiles } from './header'
import { putBack } from './put-back'
import type { EntryRecords } from './records'
import { shapesIn } from './shapes'
import { createTags } from './tags'
import { writeEntry } from './write-entry'

/** `<language>.lift` and `<language>.lift-ranges`, with the media whose bytes are to be had. */
export const writeLift = (lexicon: Lexicon, { media }: WriteContext): Files => {
  const residue = lexicon.residue.map(({ value }) => value)
  const byOwner = groupBy(residue, ({ owner = '' }) => owner)
  const foreignId = new Map(
    residue
      .filter(({ format, position }) => format === 'lift' && position === '@id')
      .map(({ owner = '', raw }) => [owner, raw]),
  )
  const context: BuildContext = {
    tags: createTags(lexicon),
    shapeOf: shapesIn(residue),
    refOf: (id) => foreignId.get(id) ?? id,
  }
  const files = buildFiles()
  const entries: string[] = []
  const written = new Set<Residue>()
  for (const records of entriesOf(lexicon)) {
    const element = writeEntry(records, context, (owner) => {
      const rows = byOwner.get(owner) ?? []
      for (const row of rows) written.add(row)
      return rows
    })
    entries.push(writeChild(element))
  }
  const rest = residue.filter((row) => !written.has(row))
  const ofFiles = rest.filter(({ owner, format }) => owner === undefined && format === 'lift')
  const left = putBack(ofFiles, () => files.root)
  const others = rest.filter(({ owner, format }) => owner !== undefined || format !== 'lift')
  addOwnHeader(files, lexicon, [...left, ...others])

  const utf8 = new TextEncoder()
  const { code } = lexicon.language
  return new Map([
    [`${code}.lift`, utf8.encode(writeXml(files.lift, entries))],
    [`${code}.lift-ranges`, utf8.encode(writeXml(files.ranges))],
    ...mediaFiles(lexicon, media),
  ])
}

/** By number; those that have none yet as they come. */
const entriesOf = (lexicon: Lexicon): EntryRecords[] => {
  const values = <Value>(rows: readonly { readonly value: Value }[]): Value[] =>
    rows.map(({ value }) => value)
  const forms = groupBy(values(lexicon.forms), ({ entry }) => String(entry))
  const senses = groupBy(values(lexicon.senses), ({ entry }) => String(entry))
  const examples = groupBy(values(lexicon.examples), ({ sense }) => String(sense))
  const relations = groupBy(values(lexicon.relations), ({ from }) => from)
  const media = groupBy(values(lexicon.media), ({ entry }) => String(entry))
  return values(lexicon.entries)
    .sort((a, b) => a.number - b.number)
    .map((entry) => {
      const own = senses.get(entry.id) ?? []
      const targets: readonly string[] = [entry.id, ...own.map(({ id }) => id)]
      return {
        entry,
        forms: forms.get(entry.id) ?? [],
        senses: own,
        examples: own.flatMap(({ id }) => examples.get(id) ?? []),
        relations: targets.flatMap((id) => relations.get(id) ?? []),
        media: media.get(entry.id) ?? [],
      }
    })
}

/** Where FLEx looks for them. */
const FOLDERS: Readonly<Record<Media['kind'], string>> = { audio: 'audio', picture: 'pictures' }

const mediaFiles = (
  lexicon: Lexicon,
  bytesOf: WriteContext['media'],
): (readonly [string, Uint8Array])[] =>
  lexicon.media.flatMap(({ value: { kind, path } }) => {
    const bytes = bytesOf?.(path)
    return bytes === undefined ? [] : [[`${FOLDERS[kind]}/${path}`, bytes] as const]
  })
