interface ChoiceProps<Value extends string> {
  readonly legend: string
  readonly name: string
  readonly options: readonly {
    readonly value: Value
    readonly text: string
    readonly lang?: string
  }[]
  readonly chosen: Value
  readonly onChoose: (value: Value) => void
}

/** A few ways to have something, all in sight. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { legend, name, options, chosen, onChoose } = props
  return (
    <fieldset class="segmented field">
      <legend>{legend}</legend>
      <div>
        {options.map(({ value, text, lang }) => (
          <label key={value}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
            <span lang={lang}>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
