import { describe, expect, test } from 'vitest'
import type {
  EntryId,
  Licence,
  MediaId,
  Notation,
  SourceId,
  VarietyId,
} from '../../src/lexicon/ids'
import type { Relation } from '../../src/lexicon/relation'
import { packMeta } from '../../src/pack/about'
import { fullEntries, listRow } from '../../src/pack/publish'
import { publishedLexicon } from '../../src/pack/published-lexicon'
import { entryOf, formOf, lexiconOf, senseOf } from './lexicon'

const apart = 'CC-BY-SA' as Licence
const caDong = 'ca-dong' as VarietyId
const kasseng = 'kasseng' as VarietyId

const formIds = (entries: ReturnType<typeof fullEntries>['published']) =>
  entries.map(({ forms }) => forms.map(({ id }) => id))

describe('fullEntries', () => {
  test('publishes what is attested or reviewed, by number', () => {
    const later = entryOf(9, [formOf('f9', { reviewState: 'reviewed' })])
    const { published, drafts } = fullEntries(lexiconOf([later, entryOf(2, [formOf('f2')])]))
    expect(published.map(({ entry }) => entry.number)).toEqual([2, 9])
    expect(published[1]).toEqual(later)
    expect(drafts).toEqual([])
  })

  test('keeps drafts apart, complete with what is published of the same entry', () => {
    const mixed = entryOf(1, [formOf('f1'), formOf('f2', { reviewState: 'draft' })])
    const draftOnly = entryOf(2, [formOf('f3', { reviewState: 'draft' })])
    const { published, drafts } = fullEntries(lexiconOf([mixed, draftOnly]))
    expect(formIds(published)).toEqual([['f1']])
    expect(formIds(drafts)).toEqual([['f1', 'f2'], ['f3']])
  })

  test('keeps the age of speakers and the files as they came with the editors', () => {
    const shown = {
      id: 'm1' as MediaId,
      entry: 'e1' as EntryId,
      kind: 'audio',
      path: 'm1.mp3',
      sha256: '00',
      variety: caDong,
      speaker: 'A. B.',
      source: 'editor' as SourceId,
      licence: 'CC-BY-4.0' as Licence,
      reviewState: 'reviewed',
    } as const
    const own = { speakerBirthYear: 1950, original: 'a b.wav', originalSha256: '11' }
    const full = entryOf(1, [formOf('f1')])
    const media = { ...shown, entry: full.entry.id }
    const lexicon = lexiconOf([{ ...full, media: [{ ...media, ...own }] }])
    expect(fullEntries(lexicon).published[0]?.media).toEqual([media])
    expect(publishedLexicon(lexicon).media.map(({ value }) => value)).toEqual([media])
  })

  test('lists an entry under a published form while its headword is a draft', () => {
    const full = entryOf(
      1,
      [
        formOf('f1', { reviewState: 'draft', kind: 'spelling' }),
        formOf('f2', { text: 'par', variety: caDong }),
      ],
      undefined,
      { homograph: 2 },
    )
    const { published, drafts } = fullEntries(lexiconOf([full]))
    const { homograph: _, ...entry } = full.entry
    expect(published[0]!.entry).toEqual({
      ...entry,
      headwordForm: 'f2',
      headword: 'par',
      variety: 'ca-dong',
    })
    expect(drafts[0]!.entry).toEqual(full.entry)
  })

  test('does not publish an entry of which only drafts say what it means', () => {
    const full = entryOf(1, [formOf('f1')], [senseOf('s1', { reviewState: 'draft' })])
    const { published, drafts } = fullEntries(lexiconOf([full]))
    expect([published.length, drafts.length]).toEqual([0, 1])
  })

  test('lets nothing out that was rejected or may not be published', () => {
    const full = entryOf(1, [
      formOf('f1', { reviewState: 'draft' }),
      formOf('f2', { reviewState: 'rejected' }),
      formOf('f3', { licence: 'all-rights-reserved' as Licence }),
      formOf('f4', { licence: 'unheard-of' as Licence }),
    ])
    const { published, drafts, shareAlike } = fullEntries(lexiconOf([full]))
    expect(published).toEqual([])
    expect(formIds(drafts)).toEqual([['f1']])
    expect(shareAlike.size).toBe(0)
  })

  test('puts share-alike forms apart, by number', () => {
    const full = entryOf(4, [formOf('f1'), formOf('f2', { licence: apart })])
    const { published, shareAlike } = fullEntries(lexiconOf([full]))
    expect(formIds(published)).toEqual([['f1']])
    expect([...shareAlike].map(([number, forms]) => [number, forms.map(({ id }) => id)])).toEqual([
      [4, ['f2']],
    ])
  })

  test('orders forms: headword, then variety, spelling before transcription, notation', () => {
    const peiros = 'peiros' as Notation
    const full = entryOf(1, [
      formOf('f5', { variety: caDong }),
      formOf('f1', { notation: peiros }),
      formOf('f2'),
      formOf('f4', { variety: kasseng }),
      formOf('f3', { kind: 'spelling' }),
      formOf('f0', { variety: caDong }),
    ])
    expect(formIds(fullEntries(lexiconOf([full])).published)).toEqual([
      ['f5', 'f3', 'f2', 'f1', 'f0', 'f4'],
    ])
  })

  test('leaves out relations that lead nowhere in what is published', () => {
    const relation = (id: string, to: string): Relation =>
      ({ id, kind: 'see', from: 'xd-00001', to, source: 'editor' }) as Relation
    const from = {
      ...entryOf(1, [formOf('f1')]),
      relations: [relation('r1', 'xd-00002'), relation('r2', 'xd-00003')],
    }
    const draft = entryOf(3, [formOf('f3', { reviewState: 'draft' })])
    const { published } = fullEntries(lexiconOf([from, entryOf(2, [formOf('f2')]), draft]))
    expect(published[0]!.relations.map(({ id }) => id)).toEqual(['r1'])
  })
})

describe('listRow', () => {
  const { varieties, notationOrder } = packMeta(lexiconOf([]), fullEntries(lexiconOf([])))
  const meta = { varieties, notationOrder }

  test('shows with a spelling the transcription in the preferred notation, of whatever variety', () => {
    const peiros = { text: 'par.L', notation: 'peiros' as Notation }
    const full = entryOf(1, [
      formOf('f1', { kind: 'spelling', text: 'par' }),
      formOf('f2', peiros),
      formOf('f3', { text: 'pa̤r', variety: caDong }),
    ])
    expect(listRow(full, meta)).toMatchObject({ headword: 'par', transcription: 'pa̤r' })
    expect(listRow(entryOf(1, full.forms.slice(0, 2)), meta).transcription).toBe('par.L')
  })

  test('says when the headword is a transcription, and shows no other', () => {
    const row = listRow(entryOf(1, [formOf('f1'), formOf('f2')]), meta)
    expect(row.headwordKind).toBe('transcription')
    expect(row).not.toHaveProperty('transcription')
  })

  test('gathers the glosses of all senses, each once', () => {
    const full = entryOf(
      1,
      [formOf('f1')],
      [
        senseOf('s1', { glossVi: ['ngô', 'bắp'], classifierVi: 'hạt' }),
        senseOf('s2', { glossVi: ['bắp'], glossEn: [], classifierVi: 'cây' }),
      ],
    )
    expect(listRow(full, meta)).toMatchObject({
      glossesVi: ['ngô', 'bắp'],
      glossesEn: ['two'],
      classifierVi: 'hạt',
    })
  })

  test('has the weakest review state of what it shows', () => {
    const full = entryOf(1, [formOf('f1', { reviewState: 'reviewed' }), formOf('f2')])
    expect(listRow(full, meta).reviewState).toBe('attested')
  })

  test('is for comparison only when every form was recorded elsewhere', () => {
    const there = formOf('f1', { variety: kasseng })
    expect(listRow(entryOf(1, [there]), meta).shown).toBe('compare')
    expect(listRow(entryOf(1, [there, formOf('f2')]), meta).shown).toBe('default')
  })
})
