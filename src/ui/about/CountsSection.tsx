import type { PackAbout, PackCounts } from '../../pack/sections'
import type { PageTexts } from '../locales/vi-pages'

const SHOWN: readonly (keyof PackCounts)[] = [
  'entries',
  'spellings',
  'forms',
  'senses',
  'concepts',
  'examples',
  'clips',
  'draftForms',
  'draftSenses',
]

export interface AboutPartProps {
  readonly about: PackAbout
  readonly texts: PageTexts
}

export function CountsSection({ about, texts }: AboutPartProps) {
  const { language, counts } = about
  const rows = [
    { label: texts.about.autonyms, value: language.autonyms.join(', ') },
    {
      label: texts.about.codes,
      value: `ISO 639-3 ${language.iso639} · Glottolog ${language.glottocode}`,
    },
    { label: texts.about.release, value: language.release },
    ...SHOWN.filter((name) => counts[name] > 0).map((name) => ({
      label: texts.about.count[name],
      value: String(counts[name]),
    })),
  ]
  return (
    <section class="section">
      <h2>{texts.about.counts}</h2>
      <dl class="facts">
        {rows.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
