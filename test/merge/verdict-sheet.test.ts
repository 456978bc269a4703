import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLexicon } from '../../scripts/read-lexicon'
import { readVerdicts, writeVerdictSheet } from '../../src/merge/verdict-sheet'
import { EVERY_FIELD, LANGUAGE } from '../fixtures'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string, file = 'list.csv', defaults = {}) =>
  readVerdicts(bytes(text), file, defaults)

describe('readVerdicts', () => {
  test('knows its columns by English and Vietnamese names, in any order', async () => {
    const english = await read('Reason,ID,Verdict,Reviewer,Date\na,x1,rejected,B,2026-11-22\n')
    const vietnamese = await read(
      '\ufeffMã;Kết luận;Người duyệt;Ngày;Lý do\r\nx1;Sai;B;2026-11-22;a\r\n',
    )
    const expected = {
      subject: 'x1',
      verdict: 'rejected',
      reviewer: 'B',
      date: '2026-11-22',
      reason: 'a',
      at: { file: 'list.csv', line: 2, row: 2 },
    }
    expect(english).toEqual({ ok: true, value: [expected] })
    expect(vietnamese).toEqual({ ok: true, value: [expected] })
  })

  test('takes what a row does not say from the command, and leaves rows without a verdict', async () => {
    const sheet = 'id\tverdict\treviewer\nx1\treviewed\tB\nx2\t\t\n'
    const alone = await read(sheet, 'list.tsv', { date: '2026-11-22' })
    expect(alone).toMatchObject({ ok: true, value: [{ subject: 'x1', date: '2026-11-22' }] })
    const all = await read(sheet, 'list.tsv', { verdict: 'rejected', reviewer: 'C', reason: 'a' })
    expect(all).toMatchObject({
      value: [
        { subject: 'x1', verdict: 'reviewed', reviewer: 'B' },
        { subject: 'x2', verdict: 'rejected', reviewer: 'C', reason: 'a' },
      ],
    })
  })

  test('reads a date as spreadsheets write it here', async () => {
    const sheet = await read('id,verdict,reviewer,date\nx1,đúng,B,2/11/2026\nx2,đúng,B,hôm nay\n')
    expect(sheet).toMatchObject({ value: [{ date: '2026-11-02' }, { date: 'hôm nay' }] })
  })

  test('a list without our ids is no list of verdicts', async () => {
    expect(await read('form,gloss\na,b\n')).toEqual({ ok: false, error: { kind: 'no-ids' } })
  })

  test.each([
    ['list.csv', ''],
    ['list.csv', 'id,verdict\n"x'],
    ['list.csv', 'id\0'],
    ['list.xlsx', ''],
    ['list.xlsx', 'no workbook'],
  ])('refuses a broken %s with its place', async (file, text) => {
    const result = await read(text, file)
    expect(result).toMatchObject({
      ok: false,
      error: { kind: 'problem', problem: { code: 'unreadable-file', at: { file } } },
    })
  })

  test('never throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('a.csv', 'a.tsv', 'a.xlsx'),
        async (content, file) => {
          expect(await readVerdicts(content, file, {})).toHaveProperty('ok')
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('writeVerdictSheet', () => {
  const { lexicon } = readLexicon(EVERY_FIELD, LANGUAGE)
  const sheet = writeVerdictSheet(lexicon!)

  test('has the drafts and nothing else', () => {
    const ids = sheet.split('\r\n').map((line) => line.split(',')[0])
    expect(ids).toEqual(['\ufeffmã', 'bn-f01727', 'bn-s00818', ''])
  })

  test('filled in, it is a list of verdicts', async () => {
    const filled = sheet.replace(/,,,,\r\n/g, ',đúng,B,2026-11-22,\r\n')
    expect(await read(filled)).toMatchObject({
      value: [
        { subject: 'bn-f01727', verdict: 'reviewed', reviewer: 'B', date: '2026-11-22' },
        { subject: 'bn-s00818', verdict: 'reviewed' },
      ],
    })
  })

  test('names the file of a recording and who speaks in it, and is taken back when filled in', async () => {
    const [row] = lexicon!.media
    const media = [{ ...row!, value: { ...row!.value, reviewState: 'draft' as const } }]
    const lines = writeVerdictSheet({ ...lexicon!, media }).split('\r\n')
    const line = lines.find((text) => text.startsWith('bn-m00001'))
    expect(line).toBe(
      'bn-m00001,bản ghi,inh,inh,editor,media/clip.txt,"A. B., Kon Tum, kon-tum, 2026-11-01",,,,',
    )
    const filled = line!.replace(/,,,,$/, ',sai,B,2026-11-22,nghe không rõ')
    expect(await read([lines[0], filled, ''].join('\r\n'))).toMatchObject({
      value: [{ subject: 'bn-m00001', verdict: 'rejected', reason: 'nghe không rõ' }],
    })
  })
})
