import type { Lexicon } from '../../lexicon/lexicon'
import type { Files } from '../format'
import { sheetsOf } from './sheets'
import { writeBook } from './write-book'

/** The workbook of a dictionary. Apart from reading, so that the app need not fetch that as well. */
export const writeXlsx = async (lexicon: Lexicon): Promise<Files> =>
  new Map([[`${lexicon.language.code}.xlsx`, await writeBook(sheetsOf(lexicon))]])
