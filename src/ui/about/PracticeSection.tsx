import type { AboutPartProps } from './CountsSection'

/** The ways the language is spelled. */
export function PracticeSection({ about, texts }: AboutPartProps) {
  const { practices } = about.language
  if (practices.length === 0) return null
  return (
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
  )
}
