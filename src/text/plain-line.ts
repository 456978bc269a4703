import { tidyPlain } from './tidy'

/** What moves a cursor, colours a terminal or turns the direction of writing, beside the ends of lines. */
const UNSEEN = /[\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

/** A text from anywhere as a cell of our tables holds it: normal form, on one line, nothing in it that cannot be seen. */
export const plainLine = (text: string): string => tidyPlain(text.replace(UNSEEN, ' ')).text
