import type { GraphemeRow } from '../../lexicon/orthography-row'
import type { AboutPartProps } from './CountsSection'

interface AlphabetSectionProps extends AboutPartProps {
  readonly graphemes: readonly GraphemeRow[]
}

const ROLES = ['letter', 'auxiliary', 'marked'] as const

/** The letters and how sure they are; a dotted frame marks those of low confidence. */
export function AlphabetSection({ about, graphemes, texts }: AlphabetSectionProps) {
  const { language } = about
  return (
    <section class="section">
      <h2>{texts.about.alphabet}</h2>
      <p>{texts.either(language.alphabetNoteVi, language.alphabetNoteEn)}</p>
      <p>
        <span class={`badge confidence ${language.alphabetConfidence}`}>
          {texts.about.confidence[language.alphabetConfidence]}
        </span>
      </p>
      {ROLES.map((role) => {
        const rows = graphemes.filter((row) => row.role === role)
        if (rows.length === 0) return null
        return (
          <div key={role}>
            <h3>{texts.about[role]}</h3>
            <ul class="alphabet letter-table" lang={language.languageTag}>
              {rows.map(({ grapheme, upper, confidence, note }) => (
                <li key={grapheme} title={note}>
                  <span class={`letter ${confidence}`}>
                    {upper === grapheme ? grapheme : `${upper} ${grapheme}`}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      {graphemes.some(({ confidence }) => confidence === 'low') && (
        <p class="hint">
          <span class="letter low sample">a</span> {texts.about.confidence.low}
        </p>
      )}
    </section>
  )
}
