import type { Form } from '../../lexicon/form'
import type { Media } from '../../lexicon/media'
import { useTexts } from '../context'
import type { EntryPartProps } from './EntryPage'

interface ClipDetailProps extends EntryPartProps {
  readonly clip: Media
  /** What is spoken, where the recording names it. */
  readonly form: Form | undefined
}

/** Who speaks, where, when, and under which licence. */
export function ClipDetail({ clip, form, open, texts }: ClipDetailProps) {
  const common = useTexts()
  const { about, dictionary, full } = open
  const variety = dictionary.meta.varieties.find(({ id }) => id === clip.variety)
  const licence = about.licences.find(({ id }) => id === clip.licence)
  const { player } = texts
  const isOtherForm = form !== undefined && form.id !== full.entry.headwordForm
  return (
    <div class="clip-detail">
      <strong>{clip.speaker ?? player.unnamed}</strong>
      {isOtherForm && (
        <span class="detail">
          {player.says}{' '}
          <span
            class={form.kind === 'spelling' ? 'word' : 'word ipa'}
            lang={dictionary.meta.languageTag}
          >
            {form.text}
          </span>
        </span>
      )}
      <span class="detail">
        {clip.place !== undefined && `${clip.place} · `}
        {variety && `${texts.name(variety)} · `}
        {clip.date !== undefined && `${player.date(clip.date)} · `}
        {licence === undefined ? (
          clip.licence
        ) : (
          <a class="nowrap" href={licence.url}>
            {licence.id}
          </a>
        )}
      </span>
      {variety?.shown === 'compare' && (
        <span class="detail" data-testid="clip-elsewhere">
          {player.elsewhere}
        </span>
      )}
      {clip.reviewState === 'draft' && (
        <span class="badge draft" title={texts.entry.reviewNote.draft}>
          {common.reviewState.draft}
        </span>
      )}
    </div>
  )
}
