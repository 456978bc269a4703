import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { readLexicon } from '../../scripts/read-lexicon'
import type { Attribution } from '../../src/formats/format'
import { readTables, writeShared, writeTables } from '../../src/formats/tables'
import { wideCsv } from '../../src/formats/wide-csv'
import { EDITOR, type Licence, type VarietyId } from '../../src/lexicon/ids'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { type ImportOptions, type ImportPlan, planImport } from '../../src/merge/import-plan'
import { countOutcomes, reportRows } from '../../src/merge/import-report'
import { UNSAID } from '../../src/merge/incoming'
import { EVERY_FIELD, LANGUAGE } from '../fixtures'
import { arbitraryLexicon } from '../formats/arbitrary-lexicon'

let ours: Lexicon
beforeAll(() => {
  ours = readLexicon(EVERY_FIELD, LANGUAGE).lexicon!
})

const attribution: Attribution = {
  variety: 'ba-na' as VarietyId,
  source: EDITOR,
  licence: 'CC-BY-4.0' as Licence,
  reviewState: 'draft',
}

const plan = async (
  text: string,
  { into = ours, ...options }: Partial<ImportOptions> & { into?: Lexicon } = {},
): Promise<ImportPlan> => {
  const files = new Map([['words.csv', new TextEncoder().encode(text)]])
  const reading = await wideCsv.read!(files, {
    settings: into,
    attribution: UNSAID,
    mapping: new Map(),
  })
  expect(reading.lexicon, JSON.stringify(reading.problems)).toBeDefined()
  return planImport({ ours: into, reading, attribution, ...options })
}

const outcomes = ({ entries }: ImportPlan) =>
  entries.map(({ outcome, headword, id }) => [outcome, headword, id])
const sensesOf = ({ lexicon }: ImportPlan, entry: string) =>
  lexicon.senses.flatMap(({ value }) => (value.entry === entry ? [value.glossVi.join('; ')] : []))
const entryOf = ({ lexicon }: ImportPlan, id: string) =>
  lexicon.entries.find(({ value }) => value.id === id)?.value

describe('planImport', () => {
  test('new entries get the next ids and numbers, never one that was retired', async () => {
    const made = await plan('headword,gloss.vi\nhe,a\nni,b\n')
    expect(outcomes(made)).toEqual([
      ['new', 'he', 'bn-00901'],
      ['new', 'ni', 'bn-00902'],
    ])
    expect(entryOf(made, 'bn-00901')).toMatchObject({ number: 901, headwordForm: 'bn-f01943' })
    expect(made.lexicon.forms.find(({ value }) => value.id === 'bn-f01943')?.value).toMatchObject({
      text: 'he',
      source: 'editor',
      sourceRow: '2',
      licence: 'CC-BY-4.0',
      reviewState: 'draft',
    })
    expect(made.blocking).toEqual([])
  })

  test('the first ids of a dictionary without entries are made of its code', async () => {
    const empty = { ...ours, entries: [], forms: [], senses: [], examples: [], relations: [] }
    const into = { ...empty, media: [], residue: [], reviews: [], retired: [] }
    expect(outcomes(await plan('headword,gloss.vi\nhe,a\n', { into }))).toEqual([
      ['new', 'he', 'bn-00001'],
    ])
    const reserved = await plan('headword,gloss.vi\nhe,a\n', { into, reserved: [ours] })
    expect(reserved.entries[0]?.id).toBe('bn-00901')
  })

  test('the same file again changes nothing', async () => {
    const text = 'headword,gloss.vi\nhe,a\nhe,b\nni,c\n'
    const first = await plan(text)
    expect(outcomes(first).map(([outcome]) => outcome)).toEqual(['new', 'new'])
    const again = await plan(text, { into: first.lexicon })
    expect(outcomes(again)).toEqual(
      outcomes(first).map(([, headword, id]) => ['unchanged', headword, id]),
    )
    expect(again.lexicon.senses).toHaveLength(first.lexicon.senses.length)
  })

  test('a column that the file lacks says nothing, an empty cell empties the field', async () => {
    const changed = await plan('id,headword,sense.id,gloss.vi\nbn-00152,et,bn-s00157,a\n')
    expect(outcomes(changed)).toEqual([['changed', 'et', 'bn-00152']])
    expect(sensesOf(changed, 'bn-00152')).toEqual(['a'])
    const sense = changed.lexicon.senses.find(({ value }) => value.id === 'bn-s00157')
    expect(sense?.value).toMatchObject({ glossEn: ['drink'], reviewState: 'attested' })

    const emptied = await plan(
      'id,headword,sense.id,gloss.vi,sense.note\nbn-00001,inh,bn-s00001,tôi; mình,\n',
    )
    expect(reportRows(emptied).filter(({ kind }) => kind === 'changed')).toMatchObject([
      { field: 'senses Note', before: 'ghi chú của nghĩa', after: '' },
    ])
  })

  test('an id tells the entry although the headword is another', async () => {
    const made = await plan('id,headword\nbn-00152,e\n')
    expect(outcomes(made)).toEqual([['changed', 'e', 'bn-00152']])
    expect(entryOf(made, 'bn-00152')).toMatchObject({ headword: 'e', headwordForm: 'bn-f00543' })
    // Neither has a homograph any more.
    expect(entryOf(made, 'bn-00152')).not.toHaveProperty('homograph')
    expect(entryOf(made, 'bn-00781')).not.toHaveProperty('homograph')
    expect(made.lexicon.forms).toHaveLength(ours.forms.length)
  })

  test('so does an id of elsewhere', async () => {
    const made = await plan('foreign-id,headword,gloss.en\ncore:I,inh,me\n')
    expect(outcomes(made)).toEqual([['changed', 'inh', 'bn-00001']])
    expect(made.entries[0]?.match).toEqual({ entry: 'bn-00001', by: 'foreign-id' })
  })

  test('form and gloss only propose', async () => {
    const text = 'headword,gloss.vi,gloss.en\ninh,mình,myself\n'
    const proposed = await plan(text)
    expect(outcomes(proposed)).toEqual([['proposed', 'inh', 'bn-00001']])
    expect(proposed.lexicon.senses).toEqual(ours.senses)
    const taken = await plan(text, { acceptProposed: true })
    expect(outcomes(taken)).toEqual([['changed', 'inh', 'bn-00001']])
    expect(sensesOf(taken, 'bn-00001')).toEqual(['tôi; mình', 'mình'])
  })

  test('an entry with an error is refused at its place, the others are taken', async () => {
    const made = await plan(
      'headword,gloss.vi,part-of-speech,licence\nhe,a,,\nni,b,,none\nti,c,,\n',
    )
    expect(outcomes(made).map(([outcome]) => outcome)).toEqual(['new', 'refused', 'new'])
    expect(made.entries[1]?.problems).toMatchObject([
      { code: 'without-licence', at: { file: 'words.csv', line: 3, row: 3 } },
    ])
    expect(made.lexicon.entries).toHaveLength(ours.entries.length + 2)
    expect(made.blocking).toEqual([])
  })

  test('what somebody has reviewed is not changed, but told', async () => {
    const made = await plan(
      'id,headword,form.id,form.text,form.note\nbn-00001,inh,bn-f00003,ʔi,x\n',
    )
    expect(outcomes(made)).toEqual([['conflict', 'inh', 'bn-00001']])
    expect(made.entries[0]?.conflicts).toMatchObject([
      { table: 'forms', id: 'bn-f00003', column: 'Form', ours: 'ʔiɲ', theirs: 'ʔi' },
      { column: 'Note', ours: '', theirs: 'x' },
    ])
    expect(made.lexicon.forms).toEqual(ours.forms)
  })

  test('what was rejected stays rejected and is no new entry', async () => {
    const text = 'headword,gloss.vi\nhe,a\n'
    const first = await plan(text)
    const rejected = 'rejected' as const
    const into: Lexicon = {
      ...first.lexicon,
      forms: first.lexicon.forms.map((row) =>
        row.value.text === 'he' ? { ...row, value: { ...row.value, reviewState: rejected } } : row,
      ),
    }
    expect(outcomes(await plan(text, { into }))).toEqual([['rejected', 'he', 'bn-00901']])
    // From another list, with other rows.
    const other = 'headword,gloss.vi\nti,b\nhe,a\n'
    expect(outcomes(await plan(other, { into })).map(([outcome]) => outcome)).toEqual([
      'new',
      'rejected',
    ])
  })

  test('with a base, only what the file changed since counts', async () => {
    const base = ours
    const into: Lexicon = {
      ...ours,
      senses: ours.senses.map((row) =>
        row.value.id === 'bn-s00157' ? { ...row, value: { ...row.value, glossVi: ['b'] } } : row,
      ),
    }
    const header = 'id,headword,sense.id,gloss.vi,gloss.en\n'
    const same = await plan(`${header}bn-00152,et,bn-s00157,uống,to drink\n`, { into, base })
    expect(outcomes(same)).toEqual([['changed', 'et', 'bn-00152']])
    expect(sensesOf(same, 'bn-00152')).toEqual(['b'])
    const both = await plan(`${header}bn-00152,et,bn-s00157,a,drink\n`, { into, base })
    expect(both.entries[0]).toMatchObject({
      outcome: 'conflict',
      conflicts: [{ column: 'Gloss_Vi', base: 'uống', ours: 'b', theirs: 'a' }],
    })
    expect(sensesOf(both, 'bn-00152')).toEqual(['b'])
  })

  test('texts are tidied, told, and kept as they were', async () => {
    // Breve before circumflex, then the other way round: one letter, so one entry.
    const made = await plan(
      'headword,gloss.vi\nba\u0306\u0302,a\nba\u0302\u0306,a\nba\u0302\u0306,b\n',
    )
    expect(made.textChanges).toMatchObject([
      { rules: expect.arrayContaining(['mark-order']), after: 'b\u00e2\u0306' },
    ])
    expect(made.entries.map(({ outcome, at }) => [outcome, at.row])).toEqual([
      ['new', 2],
      ['refused', 3],
    ])
    const [form] = made.lexicon.forms.slice(-1)
    expect(form?.value).toMatchObject({ text: 'b\u00e2\u0306', sourceText: 'ba\u0306\u0302' })
    expect(sensesOf(made, 'bn-00901')).toEqual(['a', 'b'])
  })

  test('homographs are numbered, the one that was alone too', async () => {
    const made = await plan('headword,gloss.vi\ninh,z\net,z\n')
    expect(outcomes(made)).toEqual([
      ['new', 'inh', 'bn-00901'],
      ['new', 'et', 'bn-00902'],
    ])
    const numberOf = (id: string) => entryOf(made, id)?.homograph
    expect(['bn-00001', 'bn-00901', 'bn-00902'].map(numberOf)).toEqual([1, 2, 3])
    expect(made.aside).toMatchObject([
      { table: 'entries', id: 'bn-00001', fields: [{ column: 'Homograph_Number' }] },
    ])
  })

  test('what tidying leaves nothing of is not written as something', async () => {
    const made = await plan('headword,gloss.vi,gloss.en\nhe,\u200b,a; \u200b\n\u200b,b,\nni,c,\n')
    expect(outcomes(made).map(([outcome]) => outcome)).toEqual(['new', 'refused', 'new'])
    expect(sensesOf(made, 'bn-00901')).toEqual([''])
    expect(made.lexicon.senses.slice(-2)[0]?.value).toMatchObject({ glossVi: [], glossEn: ['a'] })
    const { problems } = readTables(
      new Map([...writeTables(made.lexicon), ...writeShared(ours.shared)]),
      LANGUAGE,
    )
    expect(problems).toEqual([])
  })

  test('a homograph number of another program does not undo the one we gave', async () => {
    const text = 'foreign-id,headword,homograph,gloss.vi\nx,he,2,a\ny,he,2,b\nz,ni,2,c\n'
    const first = await plan(text)
    const numbers = ({ lexicon }: ImportPlan) =>
      lexicon.entries.slice(-3).map(({ value }) => value.homograph)
    expect(numbers(first)).toEqual([2, 1, undefined])
    const again = await plan(text, { into: first.lexicon })
    expect(outcomes(again).map(([outcome]) => outcome)).toEqual(Array(3).fill('unchanged'))
    expect(numbers(again)).toEqual(numbers(first))
  })

  test('an id twice in a file is refused the second time', async () => {
    const made = await plan(
      'id,headword,sense.id,gloss.vi\nbn-00152,et,bn-s00157,uống\nx1,he,bn-s00157,a\n',
    )
    expect(outcomes(made).map(([outcome]) => outcome)).toEqual(['unchanged', 'refused'])
    expect(made.entries[1]?.problems).toMatchObject([
      { code: 'duplicate-id', given: 'bn-s00157', at: { line: 3 }, first: { line: 2 } },
    ])
  })

  test('counts add up to the entries of the file', async () => {
    const made = await plan('headword,gloss.vi\nhe,a\nhe,a\ninh,tôi\n')
    expect(Object.fromEntries(countOutcomes(made.entries))).toEqual({
      new: 1,
      proposed: 1,
      refused: 1,
    })
  })

  test('a number that somebody changed in the file is told where it is not taken', async () => {
    const numbersTold = async (text: string, options: Partial<ImportOptions> = {}) =>
      (await plan(text, options)).warnings.flatMap((problem) =>
        problem.code === 'number-not-taken'
          ? [[problem.at.line, problem.at.column, problem.given, problem.kept]]
          : [],
      )
    const header = 'id,headword,number,homograph\n'
    expect(await numbersTold(`${header}bn-00152,et,7,9\nbn-00781,et,,\n`)).toEqual([
      [2, 'number', '7', '152'],
      [2, 'homograph', '9', '1'],
      [3, 'homograph', '""', '2'],
    ])
    expect(await numbersTold(`${header}bn-00152,et,152,1\nbn-00781,et,781,2\n`)).toEqual([])
    // Changed in the dictionary since, not in the file.
    const entries = ours.entries.map((row) =>
      row.value.id === 'bn-00152' ? { ...row, value: { ...row.value, number: 7 } } : row,
    )
    const base = { ...ours, entries }
    expect(await numbersTold(`${header}bn-00152,et,7,1\n`, { base })).toEqual([])
  })

  test('a refused entry does not take those along that speak of it', async () => {
    const header = 'id,headword,gloss.vi,licence,relation.kind,relation.to\n'
    const made = await plan(`${header}a1,he,a,,see,a2\na2,ni,b,none,,\n`)
    expect(outcomes(made).map(([outcome]) => outcome)).toEqual(['new', 'refused'])
    expect(made.lexicon.relations).toHaveLength(ours.relations.length)
    expect(made.warnings).toMatchObject([
      { code: 'dangling-reference', severity: 'warning', leftOut: 'ni', at: { row: 2 } },
    ])
  })

  test('whatever is read, the tables stay readable and the same again changes nothing', () => {
    const nothing = { entries: [], forms: [], senses: [], examples: [], relations: [], media: [] }
    fc.assert(
      fc.property(arbitraryLexicon(), (lexicon) => {
        const into: Lexicon = {
          ...ours,
          ...nothing,
          residue: [],
          reviews: [],
          retired: [],
          ledger: [],
          mediaFiles: new Map(lexicon.media.map(({ value }) => [value.path, value.sha256])),
        }
        const reading = { lexicon, problems: [] }
        const first = planImport({ ours: into, reading, attribution })
        expect(first.blocking).toEqual([])
        const files = [...writeTables(first.lexicon), ...writeShared(ours.shared)]
        const { problems } = readTables(new Map(files), LANGUAGE)
        expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
        const again = planImport({ ours: first.lexicon, reading, attribution })
        const fates = outcomes(again).map(([outcome]) => outcome)
        expect(fates).toEqual(
          outcomes(first).map(([outcome]) => (outcome === 'new' ? 'unchanged' : outcome)),
        )
      }),
      { numRuns: 40 },
    )
  })
})
