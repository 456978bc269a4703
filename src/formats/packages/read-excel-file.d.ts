/** What we use of read-excel-file. Its own declarations bring the DOM into the pure folders. */

export interface ReadSheet {
  readonly sheet: string
  readonly data: readonly (readonly (string | number | boolean | Date | null)[])[]
}

/** Rejects with an Error where the file is no workbook. */
export default function readXlsxFile(
  input: ArrayBuffer,
  options: { readonly trim: boolean; readonly parseNumber: (text: string) => string },
): Promise<ReadSheet[]>
