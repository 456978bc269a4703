import { parseArgs } from 'node:util'
import { err, ok, type Result } from '../../src/lexicon/result'
import { REVIEW_STATES, type ReviewState } from '../../src/lexicon/review'
import { isBirthYear, isoDate } from '../../src/merge/recording-cells'
import { LANGUAGE_MISSING, type NewSource, newSourceOf, parsedBy } from '../import/new-source'
import { isProblemLanguage, PROBLEM_LANGUAGES, type ProblemLanguage } from '../print-problems'
import { bilingual, type Told, useOneOf } from '../told'

export const USAGE = `npm run audio -- --language ba-na FOLDER --consent TEXT --licence CC-BY-4.0 [--apply]

Takes recordings (wav, mp3, m4a, ogg, webm, flac …) as pronunciations: finds the entry of each by its
file name (an id, a headword, another form) or by a list, cuts silence away, brings all to one loudness,
codes them as MP3 and describes them in media.csv. Without --apply this is a dry run. Needs ffmpeg.

  FOLDER             a folder with its subfolders, or files
  --language CODE    the dictionary: ba-na, gia-rai, xo-dang, gie-trieng
  --list FILE        CSV, TSV or XLSX with the columns file (tệp), id (mã) or headword (từ), and perhaps
                     speaker (người nói), birth year (năm sinh), variety (phương ngữ), place (làng), date
                     (ngày), consent (đồng ý), licence (giấy phép), note (ghi chú); a cell comes before the option
  --consent TEXT     what the speaker agreed to, or where that is kept, for everybody to read; without it
                     nothing is taken
  --licence ID       under what terms the speaker gives it; without it nothing is taken
  --speaker NAME     name or initials, as the speaker wants to be named
  --birth-year N     of the speaker; stays in the tables, no pack has it
  --variety ID       of the speaker (the language as a whole)
  --place VILLAGE    village and commune
  --date YYYY-MM-DD  of the recording
  --note TEXT        on all of them, for everybody to read
  --source ID        a key of sources.bib (recordings: those made for this dictionary)
  --source-title T   adds that source to sources.bib, with --licence and perhaps --source-author, --source-year
  --review-state S   ${REVIEW_STATES.join(', ')} (draft)
  --originals DIR    where the files are kept as they came (originals/CODE beside the data folder); no pack has them
  --report FILE      every file and what became of it, as .csv or .json
  --apply            writes; a file with an error is left out, the others are taken
  --data DIR         folder of the tables (data)
  --lang vi|en       language of the sentences (vi)
  --json             one JSON object
  --help

Exits 1 when nothing could be taken, 2 when the command was not right.`

export interface AudioCommand {
  readonly files: readonly string[]
  readonly language: string
  readonly list?: string | undefined
  readonly consent?: string | undefined
  readonly licence?: string | undefined
  readonly speaker?: string | undefined
  readonly birthYear?: string | undefined
  readonly variety?: string | undefined
  readonly place?: string | undefined
  readonly date?: string | undefined
  readonly note?: string | undefined
  readonly source?: string | undefined
  readonly newSource?: NewSource | undefined
  readonly reviewState: ReviewState
  readonly originals?: string | undefined
  readonly report?: string | undefined
  readonly apply: boolean
  readonly data: string
  readonly lang: ProblemLanguage
  readonly json: boolean
}

/** What the command line asks for; `help`, or a sentence that says what is wrong with it. */
export const readCommand = (args: readonly string[]): Result<AudioCommand | 'help', Told> => {
  const parsed = parsedBy(() => parse(args))
  if (!parsed.ok) return parsed
  const { values, positionals } = parsed.value
  if (values.help) return ok('help')
  const { language, lang, list, consent, licence } = values
  const reviewState = REVIEW_STATES.find((state) => state === values['review-state'])
  if (language === undefined) return err(LANGUAGE_MISSING)
  if (positionals.length === 0)
    return err(
      bilingual('Hãy nêu thư mục có các bản ghi âm.', 'Name the folder with the recordings.'),
    )
  if (!isProblemLanguage(lang)) return err(useOneOf('--lang', lang, PROBLEM_LANGUAGES))
  if (reviewState === undefined)
    return err(useOneOf('--review-state', values['review-state'], REVIEW_STATES))
  if (list === undefined && (consent === undefined || licence === undefined))
    return err(
      bilingual(
        `Thiếu ${consent === undefined ? '--consent' : '--licence'}: không có sự đồng ý của người nói và giấy phép thì không lấy bản ghi nào. Hãy hỏi người nói, rồi ghi --consent "…" --licence CC-BY-4.0, hoặc ghi từng tệp trong --list.`,
        `${consent === undefined ? '--consent' : '--licence'} is missing: without what the speaker agreed to and a licence no recording is taken. Ask the speaker, then give --consent "…" --licence CC-BY-4.0, or say it of each file in --list.`,
      ),
    )
  const { date } = values
  if (date !== undefined && isoDate(date) === undefined)
    return err(
      bilingual(
        `--date ${date}: không phải là ngày. Hãy viết như 2026-11-22.`,
        `--date ${date}: this is no date. Write it as 2026-11-22.`,
      ),
    )
  const birthYear = values['birth-year']
  if (birthYear !== undefined && !isBirthYear(birthYear))
    return err(
      bilingual(
        `--birth-year ${birthYear}: không phải là năm sinh. Hãy viết như 1975.`,
        `--birth-year ${birthYear}: this is no year of birth. Write it as 1975.`,
      ),
    )
  const newSource = newSourceOf(values)
  if (!newSource.ok) return newSource
  return ok({
    files: positionals,
    language,
    list,
    consent,
    licence,
    speaker: values.speaker,
    birthYear,
    variety: values.variety,
    place: values.place,
    date,
    note: values.note,
    source: values.source,
    newSource: newSource.value,
    reviewState,
    originals: values.originals,
    report: values.report,
    apply: values.apply,
    data: values.data,
    lang,
    json: values.json,
  })
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      language: { type: 'string' },
      list: { type: 'string' },
      consent: { type: 'string' },
      licence: { type: 'string' },
      speaker: { type: 'string' },
      'birth-year': { type: 'string' },
      variety: { type: 'string' },
      place: { type: 'string' },
      date: { type: 'string' },
      note: { type: 'string' },
      source: { type: 'string' },
      'source-title': { type: 'string' },
      'source-author': { type: 'string' },
      'source-year': { type: 'string' },
      'review-state': { type: 'string', default: 'draft' },
      originals: { type: 'string' },
      report: { type: 'string' },
      apply: { type: 'boolean', default: false },
      data: { type: 'string', default: 'data' },
      lang: { type: 'string', default: 'vi' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
