import { deckOf, FIELDS, NOTE_TYPE, notesOf } from './anki/notes'
import { editionOf } from './edition/edition'
import type { Format } from './format'

/**
 * A text file for Anki's own import (File › Import), with Anki's file headers, so that nothing has to
 * be chosen there: columns by tab, HTML, note ids in the first column, tags in the last. Without sound.
 */
export const ankiTsv: Format = {
  id: 'anki-tsv',
  name: 'Anki (TSV)',
  extensions: ['tsv', 'txt'],
  write: async (lexicon, { drafts = false }) => {
    const edition = editionOf(lexicon, { drafts })
    const lines = [
      '#separator:tab',
      '#html:true',
      `#notetype:${NOTE_TYPE}`,
      `#deck:${deckOf(edition)}`,
      '#guid column:1',
      `#tags column:${FIELDS.length + 2}`,
      `#columns:${['guid', ...FIELDS, 'tags'].join('\t')}`,
      ...notesOf(edition, () => []).map(({ guid, fields, tags }) =>
        [guid, ...fields, tags.join(' ')].map(cell).join('\t'),
      ),
      '',
    ]
    const bytes = new TextEncoder().encode(lines.join('\n'))
    return new Map([[`rong-${edition.language.code}-anki.tsv`, bytes]])
  },
}

/**
 * Line ends are `<br>` already; a cell with a tab or a quote is quoted as Anki's reader has it. A sign
 * with which a spreadsheet begins a formula is written as HTML has it (`=1` as `&#61;1`): the same to
 * Anki, and nothing to run where somebody opens the file in a spreadsheet.
 */
const cell = (text: string): string => {
  const html = text.replace(FORMULA_SIGN, (sign) => `&#${sign.charCodeAt(0)};`)
  return /["\t]/.test(html) || html.startsWith('#') ? `"${html.replace(/"/g, '""')}"` : html
}

const FORMULA_SIGN = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/
