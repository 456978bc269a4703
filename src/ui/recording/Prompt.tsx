import { useTexts } from '../context'
import type { PageTexts } from '../locales/vi-pages'
import type { FoundRow } from './use-row'

interface PromptProps extends FoundRow {
  /** Of the headword, where its row is not at hand. */
  readonly text: string
  readonly texts: PageTexts
}

/** Letters up to which a headword is shown in the largest type, and in the second. */
const SHORT = 9
const LONG = 18

/** What is to be spoken, to be read from an arm's length. */
export function Prompt({ row, shelf, text, texts }: PromptProps) {
  const common = useTexts()
  const lang = shelf?.dictionary?.meta.languageTag
  const headword = row?.headword ?? text
  const size = headword.length <= SHORT ? 'short' : headword.length <= LONG ? 'middle' : 'long'
  const isIpa = row?.headwordKind === 'transcription'
  return (
    <div class="prompt">
      <p
        class={`prompt-word ${size}${isIpa ? ' ipa' : ''}`}
        lang={lang}
        data-testid="record-headword"
      >
        {headword}
        {row?.homograph !== undefined && <sup>{row.homograph}</sup>}
      </p>
      {row !== undefined && !isIpa && row.transcription !== undefined && (
        <p class="ipa soft" lang={lang}>
          [{row.transcription}]
        </p>
      )}
      {row !== undefined && (
        <p class="prompt-gloss">
          <span lang="vi">
            {row.classifierVi !== undefined && `${row.classifierVi} `}
            {row.glossesVi.join('; ')}
          </span>
          {common.showsEnglish && row.glossesEn.length > 0 && (
            <span lang="en"> · {row.glossesEn.join('; ')}</span>
          )}
        </p>
      )}
      {isIpa && <p class="small soft">{texts.recording.desk.transcribed}</p>}
    </div>
  )
}
