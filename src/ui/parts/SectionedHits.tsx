import { useMemo } from 'preact/hooks'
import { type HitSection, sectionHits } from '../../app/hit-sections'
import { unreachable } from '../../lexicon/result'
import { useTexts } from '../context'
import type { Texts } from '../locales/vi'
import { HitList, type HitListProps } from './HitList'

/** Results under headings where a word of one language is spelled like one of another. */
export function SectionedHits({ groups, shelves, texts: first }: HitListProps) {
  const texts = useTexts()
  const sections = useMemo(() => sectionHits(groups), [groups])
  if (sections === undefined) return <HitList groups={groups} shelves={shelves} texts={first} />
  return (
    <>
      {sections.map((section) => (
        <section key={section.kind} class="hit-section" data-testid={`hits-${section.kind}`}>
          <h2>{headingOf(section, shelves, texts)}</h2>
          <HitList groups={section.groups} shelves={shelves} texts={first} />
        </section>
      ))}
    </>
  )
}

const headingOf = (
  { kind, groups }: HitSection,
  shelves: HitListProps['shelves'],
  texts: Texts,
): string => {
  switch (kind) {
    case 'headword': {
      const named = shelves.filter((shelf) =>
        groups.some(({ language }) => language === shelf.language),
      )
      return texts.hitsIn(named.map(texts.languageName).join(', '))
    }
    case 'gloss-vi':
      return texts.hitsByVietnamese
    case 'gloss-en':
      return texts.hitsByEnglish
    case 'other':
      return texts.otherHits
    default:
      return unreachable(kind)
  }
}
