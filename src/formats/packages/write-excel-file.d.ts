/** What we use of write-excel-file. Its own declarations bring the DOM into the pure folders. */

export interface WorkbookCell {
  readonly value: string
  readonly type: StringConstructor
  /** `@`: text, whatever it looks like. */
  readonly format: '@'
  readonly wrap?: boolean
  readonly fontWeight?: 'bold'
  readonly backgroundColor?: string
  readonly textColor?: string
  readonly alignVertical?: 'top'
}

export interface WorkbookSheet {
  readonly sheet: string
  readonly data: readonly (readonly (WorkbookCell | null)[])[]
  readonly columns?: readonly { readonly width: number }[]
  readonly stickyRowsCount?: number
  readonly stickyColumnsCount?: number
}

interface SheetPlace {
  /** From 0. */
  readonly sheetIndex: number
}

/** A way to change the files of a workbook that are made. */
export interface WorkbookFeature {
  readonly files: {
    readonly transform: {
      readonly '[Content_Types].xml'?: { readonly insert: () => string | undefined }
      readonly 'xl/workbook.xml'?: { readonly transform: (xml: string) => string }
      readonly 'xl/worksheets/sheet{id}.xml'?: {
        readonly transform: (xml: string, options: unknown, place: SheetPlace) => string
      }
      readonly 'xl/worksheets/_rels/sheet{id}.xml.rels'?: {
        readonly insert: (options: unknown, place: SheetPlace) => string | undefined
      }
    }
    readonly write?: { readonly files: () => Record<string, string> }
  }
}

export default function writeXlsxFile(
  sheets: readonly WorkbookSheet[],
  options?: { readonly fontFamily?: string; readonly features?: readonly WorkbookFeature[] },
): { toBlob(): Promise<{ arrayBuffer(): Promise<ArrayBuffer> }> }

export function insertElementMarkupAccordingToOrderOfSiblings(
  xml: string,
  elementMarkup: string,
  orderOfElements: readonly string[],
  ...parents: readonly string[]
): string

export function getOrderOfSiblings(file: string, ...parents: readonly string[]): string[]

/** Counted from 0: `getCellAddress(0, 0)` is `A1`. */
export function getCellAddress(row: number, column: number): string

export function sanitizeAttributeValue(value: string): string

export function sanitizeTextContent(text: string): string
