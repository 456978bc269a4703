import { useRef, useState } from 'preact/hooks'
import type { LanguageCode } from '../../lexicon/ids'
import { normaliseText } from '../../text/normalise'
import { useApp } from '../context'
import type { PageTexts } from '../locales/vi-pages'
import { useSignal } from '../use-signal'
import type { Introduction } from './agree'
import { Field } from './Field'
import { StepTitle } from './StepTitle'

interface SpeakerFormProps {
  readonly language: LanguageCode
  readonly introduction: Introduction | undefined
  readonly texts: PageTexts
  readonly onNext: (introduction: Introduction) => void
  readonly onBack: (() => void) | undefined
}

const OLDEST = 1900

/** Who speaks: asked once, kept on the device. */
export function SpeakerForm({ language, introduction, texts, onNext, onBack }: SpeakerFormProps) {
  const { library, preferences, day } = useApp()
  const { preferredVariety } = useSignal(preferences.settings)
  const shelf = useSignal(library.shelves).find((other) => other.language === language)
  const form = useRef<HTMLFormElement>(null)
  const [name, setName] = useState(introduction?.name ?? '')
  const [place, setPlace] = useState(introduction?.place ?? '')
  const [variety, setVariety] = useState<string>(
    introduction?.variety ?? preferredVariety[language] ?? '',
  )
  const [year, setYear] = useState(String(introduction?.birthYear ?? ''))
  const [isSent, setSent] = useState(false)
  const { speaker: words, back } = texts.recording
  const varieties = (shelf?.dictionary?.meta.varieties ?? [])
    .filter(({ shown }) => shown === 'default')
    .sort((a, b) => (a.rank || Number.MAX_VALUE) - (b.rank || Number.MAX_VALUE))
  const chosen = varieties.find(({ id }) => id === variety)
  const thisYear = 1970 + Math.floor(day / 365.2425)
  const isYearRight =
    year.trim() === '' || (/^\d{4}$/.test(year.trim()) && +year >= OLDEST && +year <= thisYear)

  const onSubmit = (event: Event) => {
    event.preventDefault()
    setSent(true)
    if (!name.trim() || !place.trim() || chosen === undefined || !isYearRight) {
      requestAnimationFrame(() =>
        form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(),
      )
      return
    }
    onNext({
      ...(introduction?.id !== undefined && { id: introduction.id }),
      language,
      name: normaliseText(name.trim()),
      place: normaliseText(place.trim()),
      variety: chosen.id,
      ...(year.trim() !== '' && { birthYear: +year }),
    })
  }
  return (
    <form ref={form} noValidate onSubmit={onSubmit} class="speaker-form">
      <StepTitle text={words.form} />
      <Field
        id="speaker-name"
        label={words.name}
        hint={words.nameHelp}
        value={name}
        onInput={setName}
        fault={isSent && !name.trim() ? words.nameMissing : undefined}
      />
      <Field
        id="speaker-place"
        label={words.place}
        hint={words.placeHelp}
        value={place}
        onInput={setPlace}
        fault={isSent && !place.trim() ? words.placeMissing : undefined}
      />
      <div class="field">
        <label for="speaker-variety">{words.variety}</label>
        <select
          id="speaker-variety"
          data-testid="speaker-variety"
          value={variety}
          aria-invalid={isSent && chosen === undefined}
          onChange={({ currentTarget }) => setVariety(currentTarget.value)}
        >
          <option value="">{words.varietyChoose}</option>
          {varieties.map((one) => (
            <option key={one.id} value={one.id}>
              {one.rank === 0 ? words.varietyUnknown : texts.name(one)}
            </option>
          ))}
        </select>
        {isSent && chosen === undefined && <span class="fault">{words.varietyMissing}</span>}
      </div>
      <Field
        id="speaker-birth-year"
        label={words.birthYear}
        hint={words.birthYearHelp}
        value={year}
        onInput={setYear}
        isNumber
        fault={isSent && !isYearRight ? words.birthYearWrong(OLDEST) : undefined}
      />
      <p class="actions">
        <button type="submit" class="button large" data-testid="speaker-next">
          {words.next}
        </button>
        {onBack !== undefined && (
          <button type="button" class="button plain" onClick={onBack}>
            {back}
          </button>
        )}
      </p>
    </form>
  )
}
