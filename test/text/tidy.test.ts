import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normaliseText } from '../../src/text/normalise'
import { tidyPlain, tidyText } from '../../src/text/tidy'
import { anyText } from './any-text'
import { orthographyOf } from './tables'

const BA_NA = orthographyOf(
  "' a ă â b 'b ƀ ch č d đ e ĕ ê ê̆ g h i ĭ j 'j k l m n 'n ng 'ng nh ñ o ŏ ô ơ ơ̆ p r s t u ŭ ư ư̆ w x y",
  [
    ...['ǎ ă', 'ơ̌ ơ̆', 'Ǎ Ă', 'y̌ y̆', 'ð đ', 'b̵ ƀ', 'c̆ č', "‘ '", "’ '", "´ '", "ʽ '"].map(
      lookAlike(0),
    ),
    ...['ẽ ĕ', 'Ẽ Ĕ', 'ỡ ơ̆', 'ñ n̆'].map(lookAlike(0.03)),
    ...['ö ŏ', 'ö ơ', 'ä ă'].map(lookAlike(0.05)),
    ...['V` V̆', "`C 'C", "C` 'C"].map(lookAlike(0.02)),
  ],
)
const XO_DANG = orthographyOf("' a á m 'm n t", ["‘ '", "´ '", "`C 'C"].map(lookAlike(0)))

describe('tidyText', () => {
  test.each([
    ['lǎm', 'lăm', 'caron-for-breve'],
    ['Ǎm', 'Ăm', 'caron-for-breve'],
    ['lơ̌m', 'lơ̆m', 'caron-for-breve'],
    ['thẽng', 'thĕng', 'tilde-for-breve'],
    ['ðak', 'đak', 'look-alike'],
    ['b̵ơi', 'ƀơi', 'look-alike'],
    ['bok\u200b', 'bok', 'compatibility'],
    ['ｂok', 'bok', 'compatibility'],
    ['bok\u00a0kra', 'bok kra', 'space'],
    [' bok', 'bok', 'space'],
    ['la\u0306m', 'lăm', 'composition'],
    ['ĕ\u0302', 'ê̆', 'mark-order'],
    ['chŏ\u0306k', 'chŏk', 'doubled-mark'],
    ['be \u0306n', 'bĕn', 'detached-mark'],
    ['be˘n', 'bĕn', 'detached-mark'],
    ['jru \u0306 m bok', 'jrŭm bok', 'detached-mark'],
    ['ẽ \u0302', 'ê̆', 'detached-mark'],
    ['‘nâu', "'nâu", 'quote'],
    ['hơ’nâu', "hơ'nâu", 'quote'],
    ['‘Ba', "'Ba", 'quote'],
    ['tu`k', 'tŭk', 'back-quote'],
    ['brư`', 'brư̆', 'back-quote'],
    ['pơm b`ar', "pơm 'bar", 'back-quote'],
    ['J`ơ', "'Jơ", 'back-quote'],
    ['`nâu', "'nâu", 'back-quote'],
  ])('%s is %s', (given, tidy, rule) => {
    const { text, changes, uncertain } = tidyText(given, BA_NA)
    expect(text).toBe(normaliseText(tidy))
    expect(changes.map((change) => change.rule)).toContain(rule)
    expect(uncertain).toEqual([])
  })

  test.each([
    ['jrŏng', 'a letter of the orthography'],
    ['ñam čar', 'tilde and caron of letters that the language has'],
    ['"bok" (1) …', 'punctuation'],
    ['năm ƀơi', 'letters of the Central Highlands'],
    ['ỹ y̌', 'letters whose breve the language does not have'],
  ])('%s stays: %s', (given) => {
    expect(tidyText(given, BA_NA)).toEqual({
      text: normaliseText(given),
      changes: [],
      uncertain: [],
    })
  })

  test.each([
    ['brök', [{ sign: 'ö', candidates: ['ŏ', 'ơ'] }]],
    ['jräng', [{ sign: 'ä', candidates: ['ă'] }]],
    ['ple`i', [{ sign: '`', candidates: ['ĕ'] }]],
    ['‘bok’', [quote('‘'), quote('’')]],
    ['i \u0306 nhe', [{ sign: 'i \u0306 ', candidates: ['ĭ', 'ĭ '] }]],
  ])('%s is left, and told to be uncertain', (given, uncertain) => {
    expect(tidyText(given, BA_NA)).toEqual({ text: given, changes: [], uncertain })
  })

  test('an acute sign after a vowel may be the acute of a language that writes it', () => {
    expect(tidyText('ta´', XO_DANG).uncertain).toEqual([{ sign: '´', candidates: ['á', "'"] }])
    expect(tidyText('´mam', XO_DANG).text).toBe("'mam")
  })

  test('tells each repair with the sign before and after', () => {
    expect(tidyText('thẽng ǎk', BA_NA).changes).toEqual([
      { rule: 'tilde-for-breve', before: 'ẽ', after: 'ĕ' },
      { rule: 'caron-for-breve', before: 'ǎ', after: 'ă' },
    ])
  })

  test('takes no text of a million signs for a sentence', () => {
    const text = `ǎ \u0306${'`'.repeat(1_000_000)}`
    expect(tidyText(text, BA_NA)).toEqual({ text, changes: [], uncertain: [] })
  })

  test('repairs all at once: again there is nothing to do', () => {
    fc.assert(
      fc.property(anySigns, (text) => {
        const once = tidyText(text, BA_NA)
        const twice = tidyText(once.text, BA_NA)
        expect(twice.text).toBe(once.text)
        expect(twice.changes).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('tells of a change wherever there is one', () => {
    fc.assert(
      fc.property(anySigns, (text) => {
        const { text: tidy, changes } = tidyText(text, BA_NA)
        expect(changes.length > 0).toBe(tidy !== text)
      }),
    )
  })
})

describe('tidyPlain', () => {
  test('leaves letters, quotes and tones of Vietnamese', () => {
    expect(tidyPlain('‘mẽ’ ö mǎ').changes).toEqual([])
    expect(tidyPlain(' nước\u00a0 lã ').text).toBe('nước lã')
  })

  test('has nothing to do a second time', () => {
    fc.assert(
      fc.property(anySigns, (text) => {
        const once = tidyPlain(text).text
        expect(tidyPlain(once)).toEqual({ text: once, changes: [], uncertain: [] })
      }),
    )
  })
})

const anySigns = fc.oneof(
  anyText,
  fc.string({
    unit: fc.constantFrom(..."aeoơbnglk`’‘'´˘ ẽǎöñ\u0306\u030c\u0303\u00a0\u200b\n"),
    maxLength: 12,
  }),
)

function lookAlike(cost: number) {
  return (pair: string) => {
    const [a = '', b = ''] = pair.split(' ')
    return { a, b, cost, kind: 'look-alike' as const }
  }
}

function quote(sign: string) {
  return { sign, candidates: ["'"] }
}
