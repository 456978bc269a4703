import type { ComponentChildren } from 'preact'

interface EmptyProps {
  readonly text: string
  readonly help?: string
  /** What to do next. */
  readonly children?: ComponentChildren
}

export function Empty({ text, help, children }: EmptyProps) {
  return (
    <div class="empty">
      <p>{text}</p>
      {help !== undefined && <p class="soft">{help}</p>}
      {children !== undefined && <div class="actions">{children}</div>}
    </div>
  )
}
