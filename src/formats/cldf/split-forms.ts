import type { Form } from '../../lexicon/form'

/**
 * The forms that a cell holds: one, or several where it is told what parts them. What the cell says is
 * kept where a form is only a part of it.
 */
export const splitForms = (
  cell: string,
  separator: string | undefined,
): readonly Pick<Form, 'text' | 'sourceText'>[] => {
  if (separator === undefined || separator === '' || !cell.includes(separator))
    return [{ text: cell }]
  const parts = cell
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return parts.length === 0
    ? [{ text: cell }]
    : [...new Set(parts)].map((text) => ({ text, sourceText: cell }))
}
