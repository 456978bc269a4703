import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
  type WorkbookFeature,
} from 'write-excel-file/utility'
import type { BookSheet, Choices } from './write-book'

const SHEET = 'xl/worksheets/sheet{id}.xml'
/** Longer prompts and titles are refused by Excel. */
const LONGEST_PROMPT = 255
const LONGEST_TITLE = 32

/** Drop-down lists; another value can be written after a warning, since a code list may grow. */
export const validations = (sheets: readonly BookSheet[]): WorkbookFeature => ({
  files: {
    transform: {
      [SHEET]: {
        transform: (xml, _, { sheetIndex }) => {
          const choices = sheets[sheetIndex]?.choices ?? []
          if (choices.length === 0) return xml
          const markup = choices.map(validation).join('')
          return insertElementMarkupAccordingToOrderOfSiblings(
            xml,
            `<dataValidations count="${choices.length}">${markup}</dataValidations>`,
            getOrderOfSiblings(SHEET, 'worksheet'),
            'worksheet',
          )
        },
      },
    },
  },
})

const validation = ({ column, from, to, range, title, prompt }: Choices): string => {
  const cells = `${getCellAddress(from, column)}:${getCellAddress(to, column)}`
  const attributes = {
    type: 'list',
    errorStyle: 'warning',
    allowBlank: '1',
    showInputMessage: '1',
    showErrorMessage: '1',
    errorTitle: 'Chưa có trong danh mục',
    error: 'Giá trị này chưa có trong danh mục. Hãy chọn trong danh sách.',
    promptTitle: cut(title, LONGEST_TITLE),
    prompt: cut(prompt, LONGEST_PROMPT),
    sqref: cells,
  }
  const written = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${sanitizeAttributeValue(value)}"`)
    .join('')
  return `<dataValidation${written}><formula1>${sanitizeTextContent(range)}</formula1></dataValidation>`
}

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`
