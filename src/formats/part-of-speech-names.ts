import type { Code } from '../lexicon/concept'
import type { PartOfSpeech } from '../lexicon/ids'
import type { Row } from '../lexicon/lexicon'
import { lowerCase, normaliseText } from '../text/normalise'

/**
 * What other tools call the parts of speech, by the code of ours: the names of FLEx's list, the
 * abbreviations usual in Toolbox, the Vietnamese names of school grammar. A name that could be two of
 * ours (`đt`: động từ, đại từ) is left out.
 */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  adj: ['adjective', 'adj', 'tính từ', 'tt'],
  adv: ['adverb', 'adv', 'phó từ', 'trạng từ'],
  clf: ['classifier', 'clf', 'class', 'cl', 'loại từ'],
  conj: [
    'conjunction',
    'conj',
    'cnj',
    'connective',
    'coordinating connective',
    'subordinating connective',
    'liên từ',
    'kết từ',
    'quan hệ từ',
  ],
  intj: ['interjection', 'intj', 'interj', 'excl', 'thán từ', 'cảm từ'],
  n: ['noun', 'n', 'danh từ', 'dt', 'common noun', 'proper noun'],
  num: ['numeral', 'number', 'num', 'cardinal numeral', 'ordinal numeral', 'số từ'],
  part: ['particle', 'part', 'prt', 'ptcl', 'trợ từ', 'tiểu từ'],
  prep: ['preposition', 'prep', 'adposition', 'giới từ'],
  pron: ['pronoun', 'pron', 'pro', 'pro-form', 'personal pronoun', 'đại từ'],
  v: [
    'verb',
    'v',
    'vt',
    'vi',
    'transitive verb',
    'intransitive verb',
    'ditransitive verb',
    'động từ',
    'đgt',
    'đg',
  ],
}

/**
 * Finds the code that a name stands for: a code of the table itself, one of its names, or what other
 * tools call it. A full stop at the end and capitals make no difference.
 */
export const createPartOfSpeechFinder = (
  table: readonly Row<Code<PartOfSpeech>>[],
): ((name: string) => PartOfSpeech | undefined) => {
  const codeByName = new Map<string, PartOfSpeech>()
  for (const { value } of table)
    for (const name of NAMES[value.id] ?? []) codeByName.set(key(name), value.id)
  for (const { value } of table)
    for (const name of [value.nameEn, value.nameVi, value.id]) codeByName.set(key(name), value.id)
  return (name) => codeByName.get(key(name))
}

const key = (name: string): string => lowerCase(normaliseText(name)).trim().replace(/\.$/, '')
