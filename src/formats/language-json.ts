import type { LanguageCode, PracticeCode } from '../lexicon/ids'
import type { Language, OpenQuestion, Practice, UnexplainedCell } from '../lexicon/lexicon'
import type { Place, Problem } from '../lexicon/problem'
import { CONFIDENCES, type Confidence } from '../lexicon/variety'
import { jsonLines } from './json-lines'

/** What language.json says. The column of a problem is the path of the value: `practices.2.id`. */
export interface LanguageReading {
  /** Missing where the file is not a JSON object. */
  readonly language: Language | undefined
  readonly problems: readonly Problem[]
  readonly unexplained: readonly UnexplainedCell[]
}

/** Reads language.json: an object with the properties of `Language`, none more; the first missing one does not hide the next. */
export const readLanguage = (text: string, file: string): LanguageReading => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault
    const line = lineOfFault(text, fault.message)
    const at = { file, line, row: line }
    const detail = fault.message
    return {
      language: undefined,
      problems: [{ code: 'unreadable-file', severity: 'error', at, reason: 'not-json', detail }],
      unexplained: [],
    }
  }
  const reading = createReading(text, file)
  const language = reading.object(json, '', (member): Language => {
    const own = memberReaders(reading, member)
    return {
      code: own.text('code') as LanguageCode,
      nameVi: own.text('nameVi'),
      nameEn: own.text('nameEn'),
      autonyms: own.texts('autonyms'),
      iso639: own.text('iso639'),
      glottocode: own.text('glottocode'),
      languageTag: own.text('languageTag'),
      place: own.number('place'),
      release: own.text('release'),
      aboutVi: own.text('aboutVi'),
      aboutEn: own.text('aboutEn'),
      alphabetNoteVi: own.text('alphabetNoteVi'),
      alphabetNoteEn: own.text('alphabetNoteEn'),
      alphabetConfidence: own.confidence('alphabetConfidence'),
      practices: own.objects('practices', (member) => readPractice(reading, member)),
      barMarks: own.texts('barMarks'),
      openQuestions: own.objects('openQuestions', (member): OpenQuestion => {
        const { text } = memberReaders(reading, member)
        return { vi: text('vi'), en: text('en') }
      }),
    }
  })
  return { language, problems: reading.problems, unexplained: reading.unexplained }
}

/** The file as we write it: properties in the order of `Language`, two spaces. */
export const writeLanguage = (language: Language): string =>
  `${JSON.stringify(language, undefined, 2)}\n`

const readPractice = (reading: Reading, member: Member): Practice => {
  const own = memberReaders(reading, member)
  const marks = own.optionalText('marks')
  return {
    id: own.text('id') as PracticeCode,
    nameVi: own.text('nameVi'),
    nameEn: own.text('nameEn'),
    ...(marks !== undefined && { marks }),
    source: own.text('source'),
    confidence: own.confidence('confidence'),
  }
}

/** A member of an object by name, with its path. Asking for it explains it. */
type Member = (name: string) => { readonly value: unknown; readonly path: string }

interface Reading {
  readonly problems: Problem[]
  readonly unexplained: UnexplainedCell[]
  readonly at: (path: string) => Place
  readonly wrongShape: (path: string, wanted: string) => void
  /** Reads an object; members that `read` does not ask for are unexplained. */
  readonly object: <T>(value: unknown, path: string, read: (member: Member) => T) => T | undefined
}

const createReading = (text: string, file: string): Reading => {
  const lineByPath = jsonLines(text)
  const problems: Problem[] = []
  const unexplained: UnexplainedCell[] = []
  const at = (path: string): Place => {
    const parent = path.slice(0, Math.max(0, path.lastIndexOf('.')))
    const line = lineByPath.get(path) ?? lineByPath.get(parent) ?? 1
    return { file, line, row: line, ...(path !== '' && { column: path }) }
  }
  const wrongShape = (path: string, wanted: string): void => {
    problems.push({
      code: 'unreadable-file',
      severity: 'error',
      at: at(path),
      reason: 'wrong-shape',
      detail: wanted,
    })
  }
  const object: Reading['object'] = (value, path, read) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      wrongShape(path, '{ }')
      return undefined
    }
    const inner = (name: string): string => (path === '' ? name : `${path}.${name}`)
    const asked = new Set<string>()
    const result = read((name) => {
      asked.add(name)
      return { value: Reflect.get(value, name), path: inner(name) }
    })
    for (const [name, left] of Object.entries(value)) {
      if (asked.has(name)) continue
      unexplained.push({ at: at(inner(name)), text: JSON.stringify(left) })
    }
    return result
  }
  return { problems, unexplained, at, wrongShape, object }
}

const memberReaders = (reading: Reading, member: Member) => {
  const missing = (path: string): void => {
    reading.problems.push({ code: 'missing-value', severity: 'error', at: reading.at(path) })
  }
  const list = <T>(name: string, read: (value: unknown, path: string) => T | undefined): T[] => {
    const { value, path } = member(name)
    if (Array.isArray(value)) return value.flatMap((item, i) => read(item, `${path}.${i}`) ?? [])
    if (value === undefined) missing(path)
    else reading.wrongShape(path, '[ ]')
    return []
  }
  const asText = (value: unknown, path: string): string | undefined => {
    if (typeof value === 'string') return value
    reading.wrongShape(path, '" "')
    return undefined
  }
  const optionalText = (name: string): string | undefined => {
    const { value, path } = member(name)
    return value === undefined ? undefined : asText(value, path)
  }
  const text = (name: string): string => {
    const { value, path } = member(name)
    if (value === undefined || value === '') missing(path)
    return value === undefined ? '' : (asText(value, path) ?? '')
  }
  const number = (name: string): number => {
    const { value, path } = member(name)
    if (value === undefined) missing(path)
    else if (typeof value !== 'number') reading.wrongShape(path, '1')
    return typeof value === 'number' ? value : 0
  }
  const confidence = (name: string): Confidence => {
    const given = text(name)
    const known = CONFIDENCES.find((choice) => choice === given)
    if (known === undefined && given !== '') {
      const at = reading.at(member(name).path)
      const problem = { code: 'not-a-choice', severity: 'error', at, given } as const
      reading.problems.push({ ...problem, known: CONFIDENCES })
    }
    return known ?? 'low'
  }
  const texts = (name: string): string[] => list(name, asText)
  const objects = <T>(name: string, read: (member: Member) => T): T[] =>
    list(name, (value, path) => reading.object(value, path, read))
  return { text, optionalText, texts, number, confidence, objects }
}

/** Engines say where as `position 12` or `line 3`; the first line where they say neither. */
const lineOfFault = (text: string, message: string): number => {
  const line = /line (\d+)/.exec(message)?.[1]
  if (line !== undefined) return Number(line)
  const position = /position (\d+)/.exec(message)?.[1] ?? 0
  return text.slice(0, Number(position)).split('\n').length
}
