import type { EquivalenceRow } from '../../lexicon/orthography-row'
import type { PageTexts } from '../locales/vi-pages'

interface EquivalenceSectionProps {
  readonly rows: readonly EquivalenceRow[]
  readonly texts: PageTexts
}

/** Spellings that the search takes to be close, with what it costs to forgive one for the other. */
export function EquivalenceSection({ rows, texts }: EquivalenceSectionProps) {
  const shown = rows.filter(({ kind }) => kind === 'spelling' || kind === 'regional')
  if (shown.length === 0) return null
  return (
    <section class="section">
      <h2>{texts.about.equivalences}</h2>
      <p class="hint">{texts.about.equivalencesHelp}</p>
      <details>
        <summary>{texts.about.pairs(shown.length)}</summary>
        <ul class="rows">
          {shown.map(({ id, a, b, cost, context, confidence }) => (
            <li key={id} class="row">
              <span>
                {a} ~ {b ?? '∅'}
                {context !== undefined && <span class="detail">{context}</span>}
              </span>
              {confidence === 'low' && (
                <span class="badge draft">{texts.about.confidence.low}</span>
              )}
              <span>{cost.toLocaleString(texts.inLanguage)}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
