import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeTextContent,
  type WorkbookFeature,
} from 'write-excel-file/utility'
import { escapeCellText } from './cell-text'
import type { BookSheet } from './write-book'

const SHEET = 'xl/worksheets/sheet{id}.xml'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/**
 * Remarks over cells. The text stands in `xl/comments<n>.xml`; that Excel shows it, it also wants a box
 * for each in the older drawing language VML.
 */
export const comments = (sheets: readonly BookSheet[]): WorkbookFeature => {
  const remarks = sheets.map(remarksOf)
  const has = (sheet: number) => (remarks[sheet]?.length ?? 0) > 0
  const numbers = sheets.flatMap((_, i) => (has(i) ? [i] : []))
  return {
    files: {
      transform: {
        '[Content_Types].xml': {
          insert: () =>
            numbers.length === 0
              ? undefined
              : [
                  '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
                  ...numbers.map(
                    (i) =>
                      `<Override PartName="/xl/comments${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`,
                  ),
                ].join(''),
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: (_, { sheetIndex: i }) =>
            has(i)
              ? `<Relationship Id="rIdRemarks" Type="${RELATIONSHIPS}/comments" Target="../comments${i + 1}.xml"/><Relationship Id="rIdRemarkBoxes" Type="${RELATIONSHIPS}/vmlDrawing" Target="../drawings/vmlDrawing${i + 1}.vml"/>`
              : undefined,
        },
        [SHEET]: {
          transform: (xml, _, { sheetIndex: i }) =>
            has(i)
              ? insertElementMarkupAccordingToOrderOfSiblings(
                  xml,
                  '<legacyDrawing r:id="rIdRemarkBoxes"/>',
                  getOrderOfSiblings(SHEET, 'worksheet'),
                  'worksheet',
                )
              : xml,
        },
      },
      write: {
        files: () =>
          Object.fromEntries(
            numbers.flatMap((i) => [
              [`xl/comments${i + 1}.xml`, commentsXml(remarks[i]!)],
              [`xl/drawings/vmlDrawing${i + 1}.vml`, boxesXml(remarks[i]!)],
            ]),
          ),
      },
    },
  }
}

interface Remark {
  readonly row: number
  readonly column: number
  readonly text: string
}

const remarksOf = ({ rows }: BookSheet): Remark[] =>
  rows.flatMap((cells, row) =>
    cells.flatMap(({ comment }, column) =>
      comment === undefined ? [] : [{ row, column, text: comment }],
    ),
  )

const commentsXml = (remarks: readonly Remark[]): string => {
  const list = remarks
    .map(
      ({ row, column, text }) =>
        `<comment ref="${getCellAddress(row, column)}" authorId="0"><text><t xml:space="preserve">${sanitizeTextContent(escapeCellText(text))}</t></text></comment>`,
    )
    .join('')
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Rông</author></authors><commentList>${list}</commentList></comments>`
}

const boxesXml = (remarks: readonly Remark[]): string => {
  const boxes = remarks
    .map(
      ({ row, column }, i) =>
        `<v:shape id="_x0000_s${1025 + i}" type="#_x0000_t202" style="position:absolute;width:260pt;height:90pt;visibility:hidden" fillcolor="#fffbe6" o:insetmode="auto"><v:fill color2="#fffbe6"/><v:shadow on="t" color="black" obscured="t"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
    )
    .join('')
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${boxes}</xml>`
}
