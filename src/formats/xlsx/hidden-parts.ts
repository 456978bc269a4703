import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  type WorkbookFeature,
} from 'write-excel-file/utility'
import type { BookSheet } from './write-book'

const SHEET = 'xl/worksheets/sheet{id}.xml'

/** Sheets and rows that are not seen, and the filter over a header. */
export const hiddenParts = (sheets: readonly BookSheet[]): WorkbookFeature => ({
  files: {
    transform: {
      'xl/workbook.xml': {
        transform: (xml) => {
          let number = 0
          return xml.replace(/<sheet /g, (start) => {
            const state = sheets[number++]?.hidden
            return state === undefined ? start : `<sheet state="${state}" `
          })
        },
      },
      [SHEET]: {
        transform: (xml, _, { sheetIndex }) => {
          const { hiddenRows = [], filterRow, rows } = sheets[sheetIndex]!
          let changed = xml
          for (const row of hiddenRows)
            changed = changed.replace(`<row r="${row + 1}"`, `<row r="${row + 1}" hidden="1"`)
          if (filterRow === undefined) return changed
          const columns = rows[filterRow]?.length ?? 1
          const last = Math.max(filterRow, rows.length - 1)
          const range = `${getCellAddress(filterRow, 0)}:${getCellAddress(last, columns - 1)}`
          return insertElementMarkupAccordingToOrderOfSiblings(
            changed,
            `<autoFilter ref="${range}"/>`,
            getOrderOfSiblings(SHEET, 'worksheet'),
            'worksheet',
          )
        },
      },
    },
  },
})
