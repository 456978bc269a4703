import type { Form } from '../../lexicon/form'
import { useTexts } from '../context'
import type { EntryPartProps } from './EntryPage'

/** Every form as its source attests it, by variety. */
export function FormList({ open, texts }: EntryPartProps) {
  return (
    <section class="section">
      <h2>{texts.entry.forms}</h2>
      <ul class="rows">
        {open.full.forms.map((form) => (
          <FormRow key={form.id} form={form} open={open} texts={texts} />
        ))}
      </ul>
    </section>
  )
}

function FormRow({ form, open, texts }: EntryPartProps & { readonly form: Form }) {
  const common = useTexts()
  const { about, dictionary } = open
  const variety = dictionary.meta.varieties.find(({ id }) => id === form.variety)
  const practice = about.language.practices.find(({ id }) => id === form.practice)
  const notation = about.notations.find(({ id }) => id === form.notation)
  const source = about.sources.find(({ id }) => id === form.source)
  const licence = about.licences.find(({ id }) => id === form.licence)
  const isSpelling = form.kind === 'spelling'
  const manner = isSpelling
    ? [texts.entry.spelling, practice && texts.name(practice)]
    : [notation === undefined ? texts.entry.transcription : texts.name(notation)]
  return (
    <li class="row form-row">
      <span>
        <span class={isSpelling ? 'word' : 'word ipa'} lang={dictionary.meta.languageTag}>
          {form.text}
        </span>
        <span class="detail">
          {[variety && texts.name(variety), ...manner].filter(Boolean).join(' · ')}
        </span>
        {variety?.shown === 'compare' && (
          <span class="detail" data-testid="compare-only">
            {texts.compare.elsewhere}
          </span>
        )}
        <span class="detail">
          {source === undefined ? form.source : `${source.authors} ${source.year}`},{' '}
          {texts.entry.row} {form.sourceRow}
          {form.sourceText !== undefined && ` (${texts.entry.asInSource} “${form.sourceText}”)`} ·{' '}
          {licence === undefined ? (
            form.licence
          ) : (
            <a class="nowrap" href={licence.url}>
              {licence.id}
            </a>
          )}
        </span>
        {form.note !== undefined && <span class="detail">{form.note}</span>}
      </span>
      <span class={`badge ${form.reviewState}`} title={texts.entry.reviewNote[form.reviewState]}>
        {common.reviewState[form.reviewState]}
      </span>
    </li>
  )
}
