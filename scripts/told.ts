import { isProblemLanguage, type ProblemLanguage } from './print-problems'

/** A sentence about a command line, in each language that the commands speak. */
export type Told = Readonly<Record<ProblemLanguage, string>>

export const bilingual = (vi: string, en: string): Told => ({ vi, en })

/** "--variety x: not there. Use one of …" */
export const notAmong = (given: string, where: string, known: readonly string[]): Told => ({
  vi: `${given}: không có trong ${where}. Hãy dùng một trong: ${known.join(', ')}.`,
  en: `${given}: not in ${where}. Use one of ${known.join(', ')}.`,
})

/** "--format x: use one of …"; nothing given: it is missing. */
export const useOneOf = (
  option: string,
  given: string | undefined,
  known: readonly string[],
): Told => ({
  vi: `${given === undefined ? `Thiếu ${option}` : `${option} ${given}: không có`}. Hãy dùng một trong: ${known.join(', ')}.`,
  en: `${given === undefined ? `${option} is missing` : `${option} ${given}: there is none`}. Use one of ${known.join(', ')}.`,
})

/** The language that arguments ask for, though they be wrong otherwise. */
export const languageAsked = (args: readonly string[]): ProblemLanguage => {
  const given = args.flatMap((arg, i) =>
    arg === '--lang' ? (args[i + 1] ?? []) : (/^--lang=(.*)$/.exec(arg)?.[1] ?? []),
  )
  return [...given].reverse().find(isProblemLanguage) ?? 'vi'
}
