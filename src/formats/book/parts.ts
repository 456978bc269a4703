import type { Article } from '../edition/edition'

/** Letters whose pages have one running head. A part begins on a page of its own. */
export interface Part {
  /** Name of its pages in CSS. */
  readonly page: string
  /** `A – Ƀ` */
  readonly range: string
  readonly sections: readonly Section[]
}

export interface Section {
  readonly letter: string
  readonly anchor: string
  /** HTML of the entries. */
  readonly articles: readonly string[]
}

interface Printed {
  readonly article: Article
  readonly html: string
}

/** Four pages or so: enough to tell where one is in the book, few enough empty halves of pages. */
const PART_ENTRIES = 60

/** Entries in their order, by letter, and letters by part. */
export const partsOf = (entries: readonly Printed[]): readonly Part[] => {
  const sections: { letter: string; anchor: string; articles: string[] }[] = []
  for (const { article, html } of entries) {
    const last = sections[sections.length - 1]
    if (last?.letter === article.letter) last.articles.push(html)
    else {
      const anchor = `l${sections.length + 1}`
      sections.push({ letter: article.letter, anchor, articles: [html] })
    }
  }
  const groups: Section[][] = []
  let open = 0
  for (const section of sections) {
    const last = groups[groups.length - 1]
    if (last === undefined || open >= PART_ENTRIES) {
      groups.push([section])
      open = section.articles.length
    } else {
      last.push(section)
      open += section.articles.length
    }
  }
  return groups.map((group, i) => {
    const [first, last] = [group[0]!.letter, group[group.length - 1]!.letter]
    const range = first === last ? first : `${first} – ${last}`
    return { page: `part-${i + 1}`, range, sections: group }
  })
}
