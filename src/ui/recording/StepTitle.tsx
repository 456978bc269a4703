import { useEffect, useRef } from 'preact/hooks'

interface StepTitleProps {
  readonly text: string
}

/** The heading of a step that took the place of another: read out, and at the top of the window. */
export function StepTitle({ text }: StepTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <h1 ref={heading} class="step-title" tabIndex={-1}>
      {text}
    </h1>
  )
}
