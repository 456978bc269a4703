import { useEffect, useRef } from 'preact/hooks'

interface ConfirmDialogProps {
  readonly question: string
  readonly help: string | undefined
  readonly yes: string
  readonly no: string
  readonly onAnswer: (isYes: boolean) => void
}

/** Asks before something is lost. Esc and a tap beside it mean no; the focus goes back where it was. */
export function ConfirmDialog({ question, help, yes, no, onAnswer }: ConfirmDialogProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    const buttons = [...(box.current?.querySelectorAll('button') ?? [])]
    buttons[buttons.length - 1]?.focus()
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onAnswer(false)
      if (event.key !== 'Tab') return
      event.preventDefault()
      const at = buttons.findIndex((button) => button.matches(':focus'))
      buttons[(at + 1) % buttons.length]?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: Esc and the button say no as well
    <div
      class="dialog-back"
      onClick={(event) => {
        if (event.target === event.currentTarget) onAnswer(false)
      }}
    >
      <div ref={box} class="dialog" role="alertdialog" aria-modal="true" aria-label={question}>
        <h2>{question}</h2>
        {help !== undefined && <p>{help}</p>}
        <div class="actions">
          <button type="button" class="button" onClick={() => onAnswer(true)}>
            {yes}
          </button>
          <button type="button" class="button quiet" onClick={() => onAnswer(false)}>
            {no}
          </button>
        </div>
      </div>
    </div>
  )
}
