/**
 * The first page by keyboard alone: `/` to the field, arrows through the results, Enter from the
 * field to the first of them, Esc back to an empty field.
 */
export const onLookupKey = (event: KeyboardEvent, field: HTMLInputElement | null): void => {
  if (field === null || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
  const hits = [...document.querySelectorAll<HTMLElement>('.hit')]
  const at = activeIndex(hits)
  const isInField = document.activeElement === field
  const go = (to: HTMLElement | undefined) => {
    if (to === undefined) return
    event.preventDefault()
    to.focus()
  }
  switch (event.key) {
    case '/':
      if (!isInField) go(field)
      break
    case 'ArrowDown':
      if (isInField || at >= 0) go(hits[at + 1])
      break
    case 'ArrowUp':
      if (at >= 0) go(hits[at - 1] ?? field)
      break
    case 'Enter':
      if (isInField) go(hits[0])
      break
    case 'Escape':
      if (!isInField) go(field)
      else if (field.value !== '') {
        event.preventDefault()
        field.value = ''
        field.dispatchEvent(new Event('input', { bubbles: true }))
      }
      break
  }
}

const activeIndex = (elements: readonly Element[]): number =>
  document.activeElement === null ? -1 : elements.indexOf(document.activeElement)
