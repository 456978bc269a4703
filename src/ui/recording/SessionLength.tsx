import type { RecordingTexts } from '../locales/vi-recording'

const LENGTHS = [20, 50, 100, Number.POSITIVE_INFINITY]

interface SessionLengthProps {
  readonly most: number
  readonly texts: RecordingTexts
  readonly onChange: (most: number) => void
}

/** At most how many words one session has. */
export function SessionLength({ most, texts, onChange }: SessionLengthProps) {
  const { choose } = texts
  return (
    <fieldset class="segmented field">
      <legend>{choose.howMany}</legend>
      <div>
        {LENGTHS.map((length) => {
          const name = Number.isFinite(length) ? String(length) : 'all'
          return (
            <label key={name}>
              <input
                type="radio"
                name="session-count"
                checked={length === most}
                data-testid="session-count"
                data-count={name}
                onChange={() => onChange(length)}
              />
              <span>{Number.isFinite(length) ? name : choose.all}</span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
