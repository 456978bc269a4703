import { err, ok, type Result } from '../../src/lexicon/result'
import { bilingual, type Told } from '../told'

/** A source that a command line describes, for sources.bib. */
export interface NewSource {
  readonly title: string
  readonly authors: string
  readonly year: string
}

/** Options of a command that takes records from outside, as they were parsed. */
interface SourceOptions {
  readonly source?: string | undefined
  readonly licence?: string | undefined
  readonly 'source-title'?: string | undefined
  readonly 'source-author'?: string | undefined
  readonly 'source-year'?: string | undefined
}

/** None: the command describes no source. */
export const newSourceOf = (values: SourceOptions): Result<NewSource | undefined, Told> => {
  const title = values['source-title']
  if (title === undefined) return ok(undefined)
  if (values.source === undefined || values.licence === undefined)
    return err(
      bilingual(
        '--source-title mô tả một nguồn mới: hãy nêu cả mã và giấy phép của nguồn, --source MÃ --licence MÃ.',
        '--source-title describes a new source: give its key and its licence too, --source ID --licence ID.',
      ),
    )
  return ok({ title, authors: values['source-author'] ?? '?', year: values['source-year'] ?? '?' })
}

/** What the parser of a command line gives; what it throws about a wrong option is a sentence. */
export const parsedBy = <Parsed>(parse: () => Parsed): Result<Parsed, Told> => {
  try {
    return ok(parse())
  } catch (fault) {
    if (fault instanceof TypeError)
      return err(bilingual(`Lựa chọn không đúng: ${fault.message}`, fault.message))
    throw fault
  }
}

export const LANGUAGE_MISSING = bilingual(
  'Thiếu --language: hãy nêu từ điển, ví dụ ba-na.',
  '--language is missing: name the dictionary, as ba-na.',
)
