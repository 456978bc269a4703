import { letterParts } from './fold'
import { decompose, lowerCase, normaliseText } from './normalise'

/**
 * Keys of the two Vietnamese input methods, as they stand in a text when the method was off, was
 * switched on half-way, or the letter is none of Vietnamese. Telex: `aa ee oo aw ow uw dd`, tones
 * `s f r x j`, `z` for none; VNI: `6 7 8 9`, tones `1`–`5`, `0` for none. Marks may come later in
 * the syllable than their letter (`duongwf`, `nuoc71`).
 */

const SYLLABLE = /[\p{L}\p{M}\p{N}`'’‘]+/gu

const TONES: Readonly<Record<string, string>> = {
  s: '\u0301',
  f: '\u0300',
  r: '\u0309',
  x: '\u0303',
  j: '\u0323',
  1: '\u0301',
  2: '\u0300',
  3: '\u0309',
  4: '\u0303',
  5: '\u0323',
}
const CIRCUMFLEX = '\u0302'
const BREVE = '\u0306'
const HORN = '\u031b'

/** Vietnamese typed in raw Telex. */
export const readTelex = (text: string): string =>
  eachSyllable(text, (syllable) => {
    const [letters, tone] = takeTone(syllable, 'sfrxjz')
    return withTone(telexLetters(letters), tone)
  })

/**
 * A minority word typed on a Telex keyboard: letters as in Telex, doubled `b c n` for ƀ č ñ; every
 * other consonant is itself.
 */
export const readTelexLetters = (text: string): string =>
  LETTER_KEYS.test(text) ? eachSyllable(text, minorityLetters) : asItStands(text)

/**
 * The same with `x` for the breve, after its vowel as in the Dega keyboards (`owx` is ơ̆), or at the
 * end, where Telex has the tilde that many type for it (`plungx`).
 */
export const readTelexBreves = (text: string): string =>
  /x/i.test(text)
    ? eachSyllable(text, (syllable) =>
        decompose(minorityLetters(syllable))
          .replace(/([aeiouy]\p{M}*)([^aeiouyx\p{M}]+)x$/u, `$1${BREVE}$2`)
          .replace(/([aeiouy]\p{M}*)x/gu, `$1${BREVE}`),
      )
    : readTelexLetters(text)

/** Without one of these there is nothing to read. */
const LETTER_KEYS = /w|([abcdeno])\1/i

const minorityLetters = (syllable: string): string =>
  telexLetters(syllable).replace(/bb/g, 'ƀ').replace(/cc/g, 'č').replace(/nn/g, 'ñ')

/** Vietnamese typed in raw VNI. */
export const readVni = (text: string): string =>
  eachSyllable(text, (syllable) => {
    const [letters, tone] = takeTone(syllable, '123450')
    return withTone(vniLetters(letters), tone)
  })

const eachSyllable = (text: string, read: (syllable: string) => string): string =>
  asItStands(lowerCase(text).replace(SYLLABLE, read))

const asItStands = (text: string): string => normaliseText(lowerCase(text))

const telexLetters = (syllable: string): string => {
  let letters = syllable
    .replace(/dd/g, 'đ')
    .replace(/aa/g, 'â')
    .replace(/ee/g, 'ê')
    .replace(/oo/g, 'ô')
    .replace(/uw?ow/g, 'ươ')
    .replace(/aw/g, 'ă')
    .replace(/ow/g, 'ơ')
    .replace(/uw/g, 'ư')
  const late = /^(.*[aou].*[^aeiou])w$/.exec(letters)
  if (late !== null) letters = late[1]!.replace(/uo|[aou](?!.*[aou])/, hornOrBreve)
  return letters
}

const hornOrBreve = (vowel: string): string =>
  vowel === 'uo' ? 'ươ' : vowel === 'a' ? 'ă' : vowel === 'o' ? 'ơ' : 'ư'

/** The last tone key after the first vowel, and the syllable without any of them. */
const takeTone = (syllable: string, keys: string): [letters: string, tone: string] => {
  const letters = [...syllable]
  const first = letters.findIndex(isVowel)
  let tone = ''
  const kept = letters.filter((letter, i) => {
    if (first < 0 || i <= first || !keys.includes(letter)) return true
    tone = TONES[letter] ?? ''
    return false
  })
  return [kept.join(''), tone]
}

const isVowel = (letter: string): boolean => 'aeiouy'.includes(letterParts(letter).base)

/** Where the mark stands does not matter: tones are compared wherever they are. */
const withTone = (letters: string, tone: string): string => {
  if (tone === '') return letters
  const signs = [...letters]
  const first = signs.findIndex(isVowel)
  if (first < 0) return letters
  signs[first] += tone
  return signs.join('')
}

const vniLetters = (syllable: string): string => {
  let signs: string[] = []
  for (const sign of syllable) {
    if (sign === '9') signs = marked(signs, 'd', () => 'đ')
    else if (sign === '6') signs = marked(signs, 'aeo', (vowel) => vowel + CIRCUMFLEX)
    else if (sign === '7') signs = horned(signs)
    else if (sign === '8') signs = marked(signs, 'aeiouy', (vowel) => vowel + BREVE)
    else signs.push(sign)
  }
  return signs.join('').normalize('NFC')
}

/** Changes the last of some letters; nothing where there is none. */
const marked = (signs: string[], among: string, change: (letter: string) => string): string[] => {
  for (let i = signs.length - 1; i >= 0; i--)
    if (among.includes(letterParts(signs[i]!).base))
      return [...signs.slice(0, i), change(signs[i]!), ...signs.slice(i + 1)]
  return signs
}

const horned = (signs: string[]): string[] => {
  const after = marked(signs, 'uo', (vowel) => vowel + HORN)
  const at = after.findIndex((sign, i) => sign !== signs[i])
  return at > 0 && signs[at] === 'o' && signs[at - 1] === 'u'
    ? [...after.slice(0, at - 1), `u${HORN}`, ...after.slice(at)]
    : after
}
