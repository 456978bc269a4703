import type { Ref } from 'preact'

interface PanelButtonProps {
  readonly text: string
  /** What the panel is of. */
  readonly name: string
  readonly panelId: string
  readonly isOpen: boolean
  readonly testId: string
  readonly button: Ref<HTMLButtonElement>
  readonly onClick: () => void
}

/** Opens a panel under the row it stands in. */
export function PanelButton({
  text,
  name,
  panelId,
  isOpen,
  testId,
  button,
  onClick,
}: PanelButtonProps) {
  return (
    <button
      ref={button}
      type="button"
      class="button plain"
      aria-expanded={isOpen}
      aria-controls={panelId}
      data-testid={testId}
      onClick={onClick}
    >
      {text}
      <span class="visually-hidden"> {name}</span>
    </button>
  )
}
