import { describe, expect, test } from 'vitest'
import { readLexicon } from '../../scripts/read-lexicon'
import type { SourceId, VarietyId } from '../../src/lexicon/ids'
import { planRecordings, type RecordingDefaults } from '../../src/merge/plan-recordings'
import { isoDate } from '../../src/merge/recording-cells'
import { readRecordingList } from '../../src/merge/recording-list'
import { EVERY_FIELD, LANGUAGE } from '../fixtures'

const lexicon = readLexicon(EVERY_FIELD, LANGUAGE).lexicon!
const defaults: RecordingDefaults = {
  consent: 'giấy số 1',
  licence: 'CC-BY-4.0',
  speaker: 'A. B.',
  variety: 'ba-na' as VarietyId,
  source: 'editor' as SourceId,
  reviewState: 'draft',
}
const listOf = async (text: string) => {
  const list = await readRecordingList(new TextEncoder().encode(text), 'list.csv')
  if (!list.ok) throw new Error(list.error.code)
  return list.value
}
const codesOf = (planned: ReturnType<typeof planRecordings>) =>
  planned.recordings.map(({ problems }) => problems.map(({ code }) => code))

describe('planRecordings', () => {
  test('says what the row of a recording will say', () => {
    const { recordings } = planRecordings(lexicon, ['a/inh.wav'], [], defaults)
    expect(recordings[0]).toMatchObject({
      by: 'text',
      details: {
        entry: 'bn-00001',
        form: 'bn-f00005',
        variety: 'ba-na',
        speaker: 'A. B.',
        consent: 'giấy số 1',
        licence: 'CC-BY-4.0',
        reviewState: 'draft',
      },
    })
  })

  test('takes nothing without consent, without a licence', () => {
    const without = { ...defaults, consent: ' ', licence: undefined }
    expect(codesOf(planRecordings(lexicon, ['inh.wav'], [], without))).toEqual([
      ['without-licence', 'recording-without-consent'],
    ])
  })

  test('a list says which entry it is, and more of each recording', async () => {
    const list = await listOf(
      'tệp,mã,người nói,năm sinh,phương ngữ,làng,ngày,đồng ý,giấy phép,ghi chú\n' +
        '1.WAV,bn-00781,C. D.,1950,Kon Tum,Kon Tum,2/11/2026,giấy số 2,Apache-2.0,a\n' +
        'inh.wav,,E. F.,,,,,,,\n',
    )
    const { recordings, problems } = planRecordings(
      lexicon,
      ['1.wav', 'inh.wav', 'et.wav'],
      list,
      defaults,
    )
    expect(problems).toEqual([])
    expect(recordings.map(({ details, by }) => [by, details?.entry, details?.speaker])).toEqual([
      ['list', 'bn-00781', 'C. D.'],
      ['text', 'bn-00001', 'E. F.'],
      [undefined, undefined, undefined],
    ])
    expect(recordings[0]?.details).toMatchObject({
      speakerBirthYear: 1950,
      variety: 'kon-tum',
      place: 'Kon Tum',
      date: '2026-11-02',
      consent: 'giấy số 2',
      licence: 'Apache-2.0',
      note: 'a',
    })
    expect(recordings[2]?.problems[0]).toMatchObject({
      code: 'recording-of-several',
      candidates: ['bn-00152 et "uống"', 'bn-00781 et "uống"'].map((text) =>
        expect.stringContaining(text.slice(0, 11)),
      ),
    })
  })

  test('names the cell that is wrong', async () => {
    const list = await listOf(
      'file,headword,variety,date,birth year,licence\ninh.wav,inh,nowhere,2026-02-30,75,none\n',
    )
    const { recordings } = planRecordings(lexicon, ['inh.wav'], list, defaults)
    expect(recordings[0]?.problems.map(({ code, at }) => [code, at.line, at.column])).toEqual([
      ['unknown-variety', 2, 'variety'],
      ['not-a-date', 2, 'date'],
      ['not-a-number', 2, 'birth year'],
      ['without-licence', 2, 'licence'],
    ])
    expect(recordings[0]?.details).toBeUndefined()
  })

  test('tells of files that are not there, and of those that are listed twice', async () => {
    const list = await listOf('file;id\nnone.wav;bn-00001\ninh;bn-00001\ninh.wav;bn-00152\n')
    const { recordings, problems } = planRecordings(lexicon, ['inh.wav'], list, defaults)
    expect(problems.map(({ code }) => code)).toEqual(['recording-missing'])
    expect(recordings[0]?.problems).toMatchObject([
      { code: 'recording-listed', at: { line: 4 }, first: { line: 3 } },
    ])
    expect(recordings[0]?.details).toBeUndefined()
    const same = await listOf('file;id\ninh;bn-00001\ninh.wav;bn-00001\n')
    expect(codesOf(planRecordings(lexicon, ['inh.wav'], same, defaults))).toEqual([[]])
  })

  test('finds a file by the end of its path, and gives no line to another speaker of that name', async () => {
    const names = ['An/inh.wav', 'Binh/inh.wav', 'inh.wav']
    const speakersOf = async (...files: readonly string[]) => {
      const list = await listOf(
        `file,speaker\n${files.map((file, i) => `${file},S${i}\n`).join('')}`,
      )
      const { recordings, problems } = planRecordings(lexicon, names, list, defaults)
      return [
        ...recordings.map(({ details, problems }) => details?.speaker ?? problems[0]?.code),
        ...problems.map(({ code }) => code),
      ]
    }
    expect(await speakersOf('ghi/An/inh.wav', 'D:\\ghi\\binh\\INH.WAV')).toEqual([
      'S0',
      'S1',
      'A. B.',
    ])
    expect(await speakersOf('inh.wav')).toEqual(['A. B.', 'A. B.', 'S0'])
    expect(await speakersOf('Cúc/inh.wav', 'inh')).toEqual([
      'recording-listed',
      'recording-listed',
      'recording-listed',
    ])
    expect(
      codesOf(
        planRecordings(
          lexicon,
          ['An/inh.wav'],
          await listOf('file,id\nBinh/inh.wav,bn-00152\n'),
          defaults,
        ),
      ),
    ).toEqual([[]])
  })

  test('of a licence that cannot be published with the rest only that file is refused', async () => {
    const list = await listOf('file,licence\ninh.wav,CC-BY-SA\net.wav,CC-BY-4.0\n')
    const { recordings } = planRecordings(lexicon, ['inh.wav', 'a.wav'], list, defaults)
    expect(recordings[0]?.problems).toMatchObject([
      { code: 'share-alike-not-apart', at: { line: 2, column: 'licence' } },
    ])
  })

  test('takes no line ends or controls into a cell', async () => {
    const list = await listOf('file,speaker,note\ninh.wav,"A\nB","\u001b[2Ja\u202e"\n')
    const { recordings } = planRecordings(lexicon, ['inh.wav'], list, defaults)
    expect(recordings[0]?.details).toMatchObject({ speaker: 'A B', note: '[2Ja' })
  })

  test('a list has a column of files', async () => {
    const list = await readRecordingList(new TextEncoder().encode('a,b\n1,2\n'), 'list.csv')
    expect(list).toMatchObject({ ok: false, error: { code: 'missing-column' } })
  })
})

describe('isoDate', () => {
  test('reads days as people write them, and only those of the calendar', () => {
    expect(isoDate('2026-11-02')).toBe('2026-11-02')
    expect(isoDate('2/11/2026')).toBe('2026-11-02')
    expect(isoDate('29.2.2024')).toBe('2024-02-29')
    for (const text of ['', '2026', '30/2/2026', '29/2/2025', '11/22/2026', 'hôm nay'])
      expect(isoDate(text)).toBeUndefined()
  })
})
