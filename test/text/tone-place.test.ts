import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { misplacedTones } from '../../src/text/tone-place'

const VIETNAMESE = join(
  process.env.RONG_SHARED ?? '../shared',
  'sources/vietnamese/frequency-50k.tsv',
)

describe('misplacedTones', () => {
  test.each([
    ['ngừơi', 'người'],
    ['hóan', 'hoán'],
    ['qúy', 'quý'],
    ['gìa', 'già'],
    ['tiêń', 'tiến'],
    ['chuỵên', 'chuyện'],
    ['cuả', 'của'],
    ['muà', 'mùa'],
    ['HÒAN', 'HOÀN'],
    ['xòai', 'xoài'],
    ['đựơc', 'được'],
  ])('%s should be %s', (given, canonical) => {
    expect(misplacedTones(`một ${given} nữa`)).toEqual([{ given, canonical }])
  })

  test.each([
    'hoà hòa khoẻ khỏe thuý thúy',
    'quý quả giá giếng gì gìn già giữa',
    'mía múa chứa tiếng thuế nguyễn khuỷu khuya ngoéo xoáy quạy',
    'người được chịu tưới hươu yếu uống thuở soóc xoắn quấy',
    'hàng mì ý à',
    'Đắk Plây Kríêm El Niño ngưòi nữưa biêìt',
    'a b c 12 % …',
    '',
  ])('is content with: %s', (text) => {
    expect(misplacedTones(text)).toEqual([])
  })

  test('takes text in any form', () => {
    expect(misplacedTones('ngừơi'.normalize('NFD'))).toHaveLength(1)
    expect(misplacedTones('người'.normalize('NFD'))).toEqual([])
  })

  test.skipIf(!existsSync(VIETNAMESE))(
    'finds hardly any among the frequent words of Vietnamese (needs ../shared)',
    () => {
      const words = readFileSync(VIETNAMESE, 'utf8')
        .split('\n')
        .map((line) => line.split('\t')[0] ?? '')
      const wrong = words.filter((word) => misplacedTones(word).length > 0)
      expect(wrong.length).toBeLessThan(words.length / 50)
    },
  )
})
