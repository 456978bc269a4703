import { entryHash } from '../../app/entry-hash'
import type { Shelf } from '../../app/shelf'
import type { Hit } from '../../search/hit'
import type { FirstTexts } from '../locales/vi-first'
import { Marked } from './Marked'

interface HitRowProps {
  readonly hit: Hit
  readonly shelf: Shelf
  readonly texts: FirstTexts
}

/** One result. The whole row leads to the entry. */
export function HitRow({ hit, shelf, texts }: HitRowProps) {
  const { row, field, matched, ranges } = hit
  const lang = shelf.dictionary?.meta.languageTag
  const isHeadword = field === 'headword' && matched === row.headword
  const isSpelled = row.headwordKind === 'spelling'
  const href = entryHash(hit.language, row.id)
  return (
    <li>
      <a class="hit" href={href} data-testid="hit">
        <span class="hit-head">
          <span class={isSpelled ? 'word' : 'word ipa'} lang={lang}>
            {isHeadword ? <Marked text={row.headword} ranges={ranges} /> : row.headword}
            {row.homograph !== undefined && <sup>{row.homograph}</sup>}
          </span>
          {row.transcription !== undefined && (
            <span class="ipa" lang={lang}>
              {' '}
              [{row.transcription}]
            </span>
          )}
        </span>
        <span class="hit-language">{texts.languageName(shelf)}</span>
        <Glosses hit={hit} texts={texts} />
        {field === 'headword' && !isHeadword && (
          <span class="gloss soft" lang={lang}>
            = <Marked text={matched} ranges={ranges} />
          </span>
        )}
        {row.reviewState !== 'attested' && (
          <span class={`badge ${row.reviewState}`}>{texts.reviewState[row.reviewState]}</span>
        )}
      </a>
    </li>
  )
}

function Glosses({ hit, texts }: Pick<HitRowProps, 'hit' | 'texts'>) {
  const { row, field, matched, ranges } = hit
  const inEnglish = texts.showsEnglish ? row.glossesEn : field === 'gloss-en' ? [matched] : []
  const list = (glosses: readonly string[], from: Hit['field']) =>
    glosses.map((gloss, i) => (
      <span key={gloss}>
        {i > 0 && '; '}
        {field === from && gloss === matched ? <Marked text={gloss} ranges={ranges} /> : gloss}
      </span>
    ))
  return (
    <span class="gloss" lang="vi">
      {row.classifierVi !== undefined && <span class="classifier">{row.classifierVi} </span>}
      {list(row.glossesVi, 'gloss-vi')}
      {inEnglish.length > 0 && (
        <span class="soft" lang="en">
          {' · '}
          {list(inEnglish, 'gloss-en')}
        </span>
      )}
    </span>
  )
}
