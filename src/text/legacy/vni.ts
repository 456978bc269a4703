import { normaliseText } from '../normalise'

/**
 * VNI for Windows, read as Latin-1: a letter with its marks is the letter and a second sign for the
 * marks (`naêr` is `năr`, `nöôùc` is `nước`). Source: the published VNI Windows code table
 * (https://en.wikipedia.org/wiki/VNI); that Ba Na texts use the breve sign on every vowel, and two
 * signs for ê̆ (`eÊâ`, `eâÊ`), from nsphuoc10/bana-convert-font and the sentences of BARTBahnar.
 */
const MARKS: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
}
/** Letters of one sign; none of them is a sign for marks. */
const LETTERS: Readonly<Record<string, string>> = {
  ô: 'ơ',
  ö: 'ư',
  ñ: 'đ',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
}

const CIRCUMFLEX_AND_BREVE = /([aeo])(?:êâ|âê)/gi
const SIGN = /([aeiouyôö])([ùøûõïâáàåãäêéèúüë])|[ôöñíìæóòî]/gi

/** The text in Unicode. Only for text that is known to be VNI: in Unicode `ô` is a letter of its own. */
export const readVniWindows = (text: string): string =>
  normaliseText(
    text
      .normalize('NFC')
      .replace(CIRCUMFLEX_AND_BREVE, '$1\u0302\u0306')
      .replace(SIGN, (sign: string, vowel: string | undefined, mark: string | undefined) =>
        vowel === undefined || mark === undefined
          ? letterOf(sign)
          : letterOf(vowel) + MARKS[mark.toLowerCase()]!,
      ),
  )

const letterOf = (sign: string): string => {
  const lower = sign.toLowerCase()
  const letter = LETTERS[lower] ?? lower
  return sign === lower ? letter : letter.toUpperCase()
}
