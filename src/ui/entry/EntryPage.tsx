import type { OpenEntry } from '../../app/entry'
import type { Pages } from '../../app/pages'
import { useTexts } from '../context'
import type { PageTexts } from '../locales/vi-pages'
import { Headword } from '../parts/Headword'
import { useTitle } from '../use-title'
import { ClipList } from './ClipList'
import { EntryActions } from './EntryActions'
import { EntryFoot } from './EntryFoot'
import { FormList } from './FormList'
import { OtherLanguages } from './OtherLanguages'
import { RelationList } from './RelationList'
import { SenseList } from './SenseList'
import { TranscriptionKey } from './TranscriptionKey'

export interface EntryPartProps {
  readonly open: OpenEntry
  readonly texts: PageTexts
}

interface EntryPageProps extends EntryPartProps {
  readonly pages: Pages
}

export function EntryPage({ open, pages, texts }: EntryPageProps) {
  const common = useTexts()
  const { row, shelf, full, dictionary } = open
  const language = texts.name(shelf)
  useTitle(`${row.headword} · ${language}`)
  const variety = dictionary.meta.varieties.find(({ id }) => id === row.variety)
  const transcription = row.headwordKind === 'transcription' ? row.headword : row.transcription
  return (
    <article class="column">
      <header class="entry-head">
        <p class="small soft">
          {language}
          {variety !== undefined && variety.rank > 0 && ` · ${texts.name(variety)}`}
          {row.homograph !== undefined && ` · ${texts.entry.homograph(row.homograph)}`}
        </p>
        <h1 data-testid="entry-headword">
          <Headword row={row} lang={dictionary.meta.languageTag} isBig />
        </h1>
        {row.headwordKind === 'spelling' && transcription !== undefined && (
          <p class="ipa soft" lang={dictionary.meta.languageTag}>
            [{transcription}]
          </p>
        )}
        {row.headwordKind === 'transcription' && (
          <p class="soft">{texts.entry.onlyTranscription}</p>
        )}
        <ClipList key={row.id} open={open} pages={pages} texts={texts} />
        <span class={`badge ${row.reviewState}`}>{common.reviewState[row.reviewState]}</span>
        <EntryActions open={open} pages={pages} texts={texts} />
      </header>
      {row.reviewState === 'draft' && <p class="notice warn">{texts.entry.draftNote}</p>}
      {row.shown === 'compare' && (
        <p class="notice" data-testid="compare-only-entry">
          {texts.entry.recordedElsewhere(language)}
        </p>
      )}
      <SenseList open={open} texts={texts} />
      {transcription !== undefined && (
        <TranscriptionKey transcription={transcription} texts={texts} />
      )}
      <OtherLanguages open={open} texts={texts} />
      <RelationList open={open} texts={texts} />
      <FormList open={open} texts={texts} />
      {full.entry.note !== undefined && (
        <section class="section">
          <h2>{texts.entry.note}</h2>
          <p>{full.entry.note}</p>
        </section>
      )}
      <EntryFoot open={open} pages={pages} texts={texts} />
    </article>
  )
}
