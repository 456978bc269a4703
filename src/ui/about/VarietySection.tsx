import type { Variety } from '../../lexicon/variety'
import type { AboutPartProps } from './CountsSection'

interface VarietySectionProps extends AboutPartProps {
  readonly varieties: readonly Variety[]
}

export function VarietySection({ about, varieties, texts }: VarietySectionProps) {
  const { practices } = about.language
  return (
    <>
      <section class="section">
        <h2>{texts.about.varieties}</h2>
        <ul class="rows">
          {varieties
            .filter(({ rank }) => rank > 0)
            .map((variety) => (
              <li key={variety.id} class="row">
                <span>
                  {texts.name(variety)}
                  <span class="detail">
                    {[
                      texts.either(variety.placeVi, variety.placeEn),
                      variety.shown === 'compare' && texts.about.recordedElsewhere,
                      variety.glottocode,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  {variety.note !== undefined && <span class="detail">{variety.note}</span>}
                </span>
              </li>
            ))}
        </ul>
      </section>
      {practices.length > 0 && (
        <section class="section">
          <h2>{texts.about.practices}</h2>
          <ul class="rows">
            {practices.map((practice) => (
              <li key={practice.id} class="row">
                <span>
                  {texts.name(practice)}
                  <span class="detail">{practice.marks}</span>
                </span>
                {practice.confidence === 'low' && (
                  <span class="badge draft">{texts.about.confidence.low}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
