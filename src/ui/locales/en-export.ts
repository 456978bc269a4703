import type { ExportTexts } from './vi-export'

export const enExport: ExportTexts = {
  open: 'Export Excel, Anki…',
  title: (language) => `Export the ${language} dictionary`,
  kind: 'Kind of file',
  formats: {
    xlsx: {
      name: 'Excel workbook to read and edit',
      help: 'Opens in Excel, LibreOffice or Google Sheets. Send the edited file to the makers of the dictionary.',
    },
    'anki-tsv': {
      name: 'Cards for Anki (TSV)',
      help: 'In Anki, choose File, then Import. Importing again updates the cards.',
    },
    'wide-csv': {
      name: 'CSV table',
      help: 'One row per sense, for any spreadsheet program.',
    },
    lift: {
      name: 'LIFT (FLEx, SIL)',
      help: 'For those who write dictionaries in FLEx. Unpack it before importing.',
    },
    tei: { name: 'TEI Lex-0', help: 'For researchers and archives.' },
    stardict: {
      name: 'StarDict for GoldenDict',
      help: 'Unpack it and add the folder to GoldenDict or KOReader.',
    },
    yomitan: {
      name: 'Yomitan',
      help: 'For looking words up on web pages with the Yomitan extension. Need not be unpacked.',
    },
    json: { name: 'JSON', help: 'For those who write software.' },
  },
  drafts: 'With entries that are not verified',
  credits: 'The file names its sources and licences. Keep them when you use it.',
  start: 'Export',
  close: 'Close',
  writing: 'Writing the file…',
  saved: (file) => `${file} was written. Look in your Downloads folder.`,
  partMissing:
    'The part that writes this kind of file is not on this device. Connect, reload the page and export again.',
}
