import { routeHash } from '../../app/routes'
import type { Shelf } from '../../app/shelf'
import type { Variety } from '../../lexicon/variety'
import { useApp } from '../context'
import { PageIcon } from '../parts/PageIcon'
import { useSignal } from '../use-signal'
import type { AboutPartProps } from './CountsSection'
import { PracticeSection } from './PracticeSection'

interface VarietySectionProps extends AboutPartProps {
  readonly varieties: readonly Variety[]
}

/** The varieties of the dictionary, then those of other dictionaries that count here as well. */
export function VarietySection({ about, varieties, texts }: VarietySectionProps) {
  const { library } = useApp()
  const shelves = useSignal(library.shelves)
  const { code } = about.language
  const nameOf = (language: string) => {
    const shelf = shelves.find((other) => other.language === language)
    return shelf === undefined ? language : texts.name(shelf)
  }
  const details = ({ placeVi, placeEn, shown, countedUnder, glottocode }: Variety) =>
    [
      texts.either(placeVi, placeEn) || texts.about.noPlace,
      shown === 'compare' && texts.about.recordedElsewhere,
      countedUnder.length > 1 && texts.about.countedUnder(countedUnder.map(nameOf).join(', ')),
      glottocode,
    ]
      .filter(Boolean)
      .join(' · ')
  const byRank = varieties.filter(({ rank }) => rank > 0).sort((a, b) => a.rank - b.rank)
  return (
    <>
      <section class="section">
        <h2>{texts.about.varieties}</h2>
        <ul class="rows">
          {byRank.map((variety) => (
            <li key={variety.id} class="row">
              <span>
                {texts.name(variety)}
                <span class="detail">{details(variety)}</span>
                {variety.note !== undefined && <span class="detail">{variety.note}</span>}
              </span>
            </li>
          ))}
          {countedHere(shelves, code).map(({ shelf, variety }) => (
            <li key={variety.id}>
              <a
                class="row"
                href={routeHash({ name: 'about', language: shelf.language })}
                data-testid="variety-elsewhere"
              >
                <span>
                  {texts.name(variety)}
                  <span class="detail">
                    {details(variety)} · {texts.about.standsIn(texts.name(shelf))}
                  </span>
                </span>
                <PageIcon name="forward" />
              </a>
            </li>
          ))}
        </ul>
      </section>
      <PracticeSection about={about} texts={texts} />
    </>
  )
}

const countedHere = (shelves: readonly Shelf[], code: string) =>
  shelves
    .filter(({ language }) => language !== code)
    .flatMap((shelf) =>
      (shelf.dictionary?.meta.varieties ?? [])
        .filter(({ countedUnder }) => countedUnder.some((language) => language === code))
        .map((variety) => ({ shelf, variety })),
    )
