interface ClipPartProps {
  readonly name: string
  readonly text: string
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly label?: string
  /** Which of several, asked where this part is chosen. */
  readonly options?: readonly { readonly value: string; readonly text: string }[]
  readonly value?: string | undefined
  readonly onPick?: (value: string) => void
}

/** One of the parts that recordings can be taken in. */
export function ClipPart(props: ClipPartProps) {
  const { name, text, isChosen, onChoose, label, options, value, onPick } = props
  return (
    <>
      <label class="check">
        <input type="radio" name={name} checked={isChosen} onChange={onChoose} />
        <span>{text}</span>
      </label>
      {isChosen && options !== undefined && (
        <select
          aria-label={label}
          value={value}
          onChange={({ currentTarget }) => onPick?.(currentTarget.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </>
  )
}
