import { useEffect, useRef } from 'preact/hooks'
import type { LetterGroup } from '../../app/browse'
import { routeHash } from '../../app/routes'
import type { LanguageCode } from '../../lexicon/ids'
import { useApp } from '../context'
import type { PageTexts } from '../locales/vi-pages'
import { useSignal } from '../use-signal'
import { Empty } from './Empty'
import { EntryRow } from './EntryRow'

interface AlphabetProps {
  readonly language: LanguageCode | 'vi'
  /** None: the first that has entries. */
  readonly letter: string | undefined
  readonly groups: readonly LetterGroup[]
  readonly texts: PageTexts
}

/** The letters of an alphabet, and the entries under one of them. */
export function Alphabet({ language, letter, groups, texts }: AlphabetProps) {
  const { library } = useApp()
  const shelves = useSignal(library.shelves)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current]')
    if (letter !== undefined && current)
      list.current!.scrollLeft = current.offsetLeft - list.current!.clientWidth / 2
  }, [letter, groups])
  const shown = groups.find((group) => group.letter === letter) ?? groups[0]
  if (shown === undefined)
    return (
      <Empty text={texts.noWords}>
        <a class="button quiet" href={routeHash({ name: 'library' })}>
          {texts.openLibrary}
        </a>
      </Empty>
    )
  const nameOf = (name: string) => (name === '#' ? texts.browse.otherLetter : name)
  return (
    <>
      <nav aria-label={texts.browse.letters}>
        <ul ref={list} class={letter === undefined ? 'alphabet' : 'alphabet strip'}>
          {groups.map((group) => (
            <li key={group.letter}>
              <a
                href={routeHash({ name: 'browse', language, letter: group.letter })}
                aria-current={group === shown ? 'true' : undefined}
              >
                {nameOf(group.letter)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <section class="section">
        <h2>
          {nameOf(shown.letter)}{' '}
          <span class="small soft">{texts.browse.words(shown.lines.length)}</span>
        </h2>
        <ul class="rows">
          {shown.lines.map(({ language: code, row, gloss }) => {
            const shelf = shelves.find((other) => other.language === code)
            if (shelf === undefined) return null
            return gloss === undefined ? (
              <EntryRow key={row.id} shelf={shelf} row={row} />
            ) : (
              <EntryRow key={row.id + gloss} shelf={shelf} row={row} gloss={gloss} withLanguage />
            )
          })}
        </ul>
      </section>
    </>
  )
}
