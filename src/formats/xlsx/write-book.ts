import writeXlsxFile, { type WorkbookCell, type WorkbookFeature } from 'write-excel-file/universal'
import { readZip, writeZip } from '../zip'
import { escapeCellText } from './cell-text'
import { comments } from './comments'
import { hiddenParts } from './hidden-parts'
import { validations } from './validations'

/** A sheet to be written. Every cell is text, whatever it looks like: `1-2` and `007` stay what they are. */
export interface BookSheet {
  readonly name: string
  readonly rows: readonly (readonly BookCell[])[]
  /** Characters, by column. */
  readonly widths?: readonly number[]
  /** Rows and columns that stay when one scrolls. */
  readonly frozen?: readonly [rows: number, columns: number]
  readonly hidden?: 'hidden' | 'veryHidden'
  /** Rows that are not seen, from 0. */
  readonly hiddenRows?: readonly number[]
  /** The row whose cells have a filter, from 0. */
  readonly filterRow?: number
  readonly choices?: readonly Choices[]
}

export interface BookCell {
  readonly text: string
  readonly style?: 'header' | 'title' | 'fault' | 'plain'
  /** A remark that pops up over the cell. */
  readonly comment?: string
}

/** A drop-down list for one column, from a row on. */
export interface Choices {
  readonly column: number
  readonly from: number
  readonly to: number
  /** A range of another sheet: `'Danh mục'!$A$2:$A$12`. */
  readonly range: string
  readonly title: string
  readonly prompt: string
}

/** The bytes of a workbook: the same for the same sheets, at any hour. */
export const writeBook = async (sheets: readonly BookSheet[]): Promise<Uint8Array> => {
  const features: readonly WorkbookFeature[] = [
    hiddenParts(sheets),
    validations(sheets),
    comments(sheets),
  ]
  const made = writeXlsxFile(
    sheets.map(({ name, rows, widths, frozen }) => ({
      sheet: name,
      data: rows.map((row) => row.map(cellOf)),
      ...(widths && { columns: widths.map((width) => ({ width })) }),
      ...(frozen && { stickyRowsCount: frozen[0], stickyColumnsCount: frozen[1] }),
    })),
    { features },
  )
  const bytes = new Uint8Array(await (await made.toBlob()).arrayBuffer())
  const files = readZip(bytes, { files: 1_000, bytes: Number.MAX_SAFE_INTEGER })
  if (!files.ok) throw new RangeError(`A workbook that cannot be read: ${files.error.detail}`)
  return writeZip(files.value)
}

const STYLES: Readonly<Record<NonNullable<BookCell['style']>, Partial<WorkbookCell>>> = {
  header: { fontWeight: 'bold', backgroundColor: '#dfe9e2', wrap: true, alignVertical: 'top' },
  title: { fontWeight: 'bold', wrap: true, alignVertical: 'top' },
  fault: { backgroundColor: '#ffd6cc', wrap: true, alignVertical: 'top' },
  plain: { wrap: true, alignVertical: 'top' },
}

const cellOf = ({ text, style = 'plain', comment }: BookCell): WorkbookCell | null =>
  text === '' && style === 'plain' && comment === undefined
    ? null
    : { value: escapeCellText(text), type: String, format: '@', ...STYLES[style] }
