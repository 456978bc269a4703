interface FieldProps {
  /** Of the element, and for tests. */
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly fault: string | undefined
  readonly value: string
  readonly isNumber?: boolean
  readonly onInput: (value: string) => void
}

/** A line of text to fill in, with what is wrong with it. */
export function Field({ id, label, hint, fault, value, isNumber, onInput }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode={isNumber === true ? 'numeric' : 'text'}
        autocomplete="off"
        maxLength={120}
        value={value}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-hint`}
        data-testid={id}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
      <span id={`${id}-hint`} class={fault === undefined ? 'hint' : 'fault'}>
        {fault ?? hint}
      </span>
    </div>
  )
}
