import type { NoRecordingReason, Problem, RecordingFault } from '../../lexicon/problem'
import { unreachable } from '../../lexicon/result'
import { type Explain, listed, measured, placeAsText, withPlace } from './explain'

export const explainEn: Explain = (problem) => withPlace(problem, sentence(problem))

const sentence = (problem: Problem): string => {
  switch (problem.code) {
    case 'unreadable-file':
      return unreadable(problem)
    case 'missing-file':
      return 'The file is missing. Put it back; if it has no rows, keep the header line.'
    case 'missing-column':
      return `The column ${problem.missing} is missing. Add it to the header and to every row.`
    case 'missing-value':
      return 'Nothing is filled in. Fill it in.'
    case 'not-a-number':
      return `"${problem.given}" is not a number that can stand here. Write it in digits, such as 7 or 0.5.`
    case 'not-a-choice':
      return `"${problem.given}" cannot stand here. Write one of ${problem.known.join(', ')}.`
    case 'unexplained-cell':
      return `Nothing says what "${problem.given}" is, so it would be lost. Move it to a column that the guide names, or remove it.`
    case 'number-not-taken':
      return `The number ${problem.given} is not taken; ${problem.kept} stays. Numbers of entries never change, so that people still find them; homograph numbers are 1, 2 and so on, none twice. To change one, edit entries.csv.`
    case 'malformed-id':
      return `"${problem.given}" is not an id. Use only letters without marks, digits, - and _.`
    case 'duplicate-id':
      return `"${problem.given}" is already used at ${placeAsText(problem.first)}. Give the new row an id that was never used.`
    case 'duplicate-number':
      return `The number ${problem.given} is already used at ${placeAsText(problem.first)}. Give the new entry a number that was never used.`
    case 'empty-headword':
      return 'The headword is empty. Fill it in, or remove the row.'
    case 'headword-not-its-form':
      return `The headword ${problem.headword} and its form ${problem.form} differ. Make text, entry and variety the same in both.`
    case 'duplicate-entry':
      return `"${problem.headword}" with the same meaning is already at ${placeAsText(problem.first)}. Join the two entries, and put the id of the removed one in retired.csv.`
    case 'homograph-numbers':
      return `The entries "${problem.headword}" are numbered ${problem.given}. Number them 1, 2 and so on; a single one has no number.`
    case 'entry-without-form':
      return 'The entry has no form. Add one to forms.csv, or remove the entry.'
    case 'entry-without-sense':
      return 'The entry has no sense. Add one to senses.csv, or remove the entry.'
    case 'dangling-reference':
      if (problem.leftOut !== undefined)
        return `The entry "${problem.leftOut}" that this refers to was not taken, so the relation is left out too. See the reason there, mend it and import again.`
      return `There is no ${target(problem.target)} "${problem.given}". Correct the id, or add what it names.`
    case 'letter-outside-orthography':
      return `"${problem.letter}" in "${problem.form}" is not a letter of orthography.csv. ${problem.intended === undefined ? 'Correct the spelling' : `"${problem.intended}" may be meant. Correct the spelling`}, or add the letter there with its source.`
    case 'mark-order':
      return `"${problem.given}" is not in the normal form of Unicode. Write "${problem.canonical}" (NFC, circumflex before breve).`
    case 'unknown-part-of-speech':
      return unknown(problem.given, problem.known, 'shared/parts-of-speech.csv')
    case 'unknown-semantic-domain':
      return unknown(problem.given, problem.known, 'shared/semantic-domains.csv')
    case 'unknown-topic':
      return unknown(problem.given, problem.known, 'shared/topics.csv')
    case 'unknown-variety':
      return unknown(problem.given, problem.known, 'varieties.csv')
    case 'unknown-practice':
      return unknown(problem.given, problem.known, 'language.json')
    case 'unknown-notation':
      return unknown(problem.given, problem.known, 'shared/notations.csv')
    case 'unknown-concept':
      return unknown(problem.given, problem.known, 'shared/concepts.csv')
    case 'sense-without-vietnamese-gloss':
      return 'The sense has no Vietnamese gloss. Write one, with "editor" as its source if it is yours.'
    case 'without-source':
      return problem.given === ''
        ? 'No source is named. Write the key of an entry of sources.bib, or "editor".'
        : `"${problem.given}" is not in sources.bib. Use a key that is there, or add the source.`
    case 'without-licence':
      return problem.given === ''
        ? 'No licence is named. Write one of shared/licences.csv; if it is not known, ask the owner first.'
        : `"${problem.given}" is not in shared/licences.csv. Use a licence that is there, or add it.`
    case 'licence-not-publishable':
      return `The licence ${problem.given} does not allow publishing. Remove the row, or get permission in writing.`
    case 'share-alike-not-apart':
      return `Data under ${problem.given} cannot stand in this file. Share-alike forms go to forms-share-alike.csv, all else stays out of it.`
    case 'transcription-without-notation':
      return 'The transcription does not say its notation. Write a code of shared/notations.csv.'
    case 'review-without-row':
      return `"${problem.state}" has no such verdict in reviews.csv. Add a row with who and when, or set the state back.`
    case 'review-of-nothing':
      return `The review judges "${problem.given}", which is not there. Correct the id.`
    case 'media-missing':
      return `The file media/${problem.path} is missing. Put it there, or remove the row.`
    case 'media-hash':
      return `The file media/${problem.path} is not the one described: its SHA-256 is ${problem.found}. Put the right file back, or check the new one and write its hash.`
    case 'ledger-broken':
      return `The row "${problem.given}" is not accounted for. Have each source row once; published and merged name forms that exist, refused gives a reason and names none.`
    case 'gloss-equals-headword':
      return `The gloss "${problem.given}" is the headword itself. Say in the note that it is a loan, or correct it.`
    case 'tone-mark-place':
      return `The tone mark of "${problem.given}" stands on the wrong letter. Write "${problem.canonical}".`
    case 'example-without-translation':
      return 'This example has no Vietnamese translation. Copy the one of its source; where it has none, leave the cell empty.'
    case 'example-without-headword':
      return `This example has neither "${problem.headword}" nor another form of the entry. Check that it stands under the right sense.`
    case 'relation-not-mutual':
      return `The relation ${problem.kind} to "${problem.given}" goes one way only. Add the row for the other way, or delete this one.`
    case 'media-unreferenced':
      return `No row of media.csv names media/${problem.path}. Add a row, or take the file away.`
    case 'number-words':
      return `The gloss "${problem.given}" is the number ${problem.said}, the concept is ${problem.meant}. Compare with the source.`
    case 'record-without-headword':
      return `This record has no headword ("${problem.given}"). Add it, or join the record to the entry it belongs to.`
    case 'duplicate-column':
      return `The column "${problem.given}" is there twice. Rename or remove one.`
    case 'unknown-column':
      return `There is no column "${problem.given}". Use one of ${problem.known.join(', ')}.`
    case 'value-not-understood':
      return `"${problem.given}" (${problem.field}) means nothing here and is kept word for word in residue.csv. If you know it, write it into the right column.`
    case 'ffmpeg-missing':
      return 'There is no ffmpeg on this computer; it reads and codes sound. Install it and run this again. Debian, Ubuntu: sudo apt-get install ffmpeg · Windows: winget install ffmpeg · macOS: brew install ffmpeg.'
    case 'no-recording':
      return NO_RECORDING[problem.reason]
    case 'recording-fault':
      return FAULTS[problem.fault]
    case 'recording-without-entry':
      return `No entry goes by "${problem.given}"${problem.near.length === 0 ? '' : `; written nearly so: ${problem.near.join(', ')}`}. Name the file by the headword or an id, or give the id in the list (--list).`
    case 'recording-of-several':
      return `"${problem.given}" may be several entries: ${problem.candidates.join(' · ')}. Give the right id in the list (--list), or name the file by it.`
    case 'recording-twice':
      if (problem.elsewhere === 'file')
        return `This file and "${problem.first}" are one recording under the names of two words, so neither is taken. Remove the one that is named wrongly.`
      if (problem.elsewhere === 'row')
        return `media.csv has this recording for another word: ${problem.first}. If that is wrong, correct Entry_ID and Form_ID of its row; else record it anew.`
      return `This recording is there already: ${problem.first}. It is not taken again; if it is meant for another word, record it anew.`
    case 'recording-missing':
      return `The list names "${problem.given}", which is not in the folder. Correct the name, or put the file there.`
    case 'recording-listed':
      return problem.first === undefined
        ? `The list names "${problem.given}", and several files are called so: ${problem.files.join(', ')}. Write the folder into the list too.`
        : `The list has "${problem.given}" twice and says different things of it (first at ${placeAsText(problem.first)}). Remove one of the lines.`
    case 'recording-without-consent':
      return 'It is not said what the speaker agreed to, so this recording is not taken. Ask the speaker, then write it with --consent or in the list.'
    case 'not-a-date':
      return `"${problem.given}" is no date. Write year-month-day, as 2026-11-22.`
    default:
      return unreachable(problem)
  }
}

const NO_RECORDING: Readonly<Record<NoRecordingReason, string>> = {
  empty: 'The file is empty. Copy it again from the recorder.',
  'no-sound':
    'There is no sound in this file that can be read. Take it out of the folder, or save it as wav, mp3, m4a, ogg, webm or flac.',
  broken: 'The sound is damaged and cannot be decoded. Copy the file again from the recorder.',
  video:
    'This is a video; speakers consent to their voice only. Save the sound by itself and run this again.',
  long: 'The file is longer than 30 seconds, so it is not a recording of one word. Cut it into a file a word.',
}

const FAULTS: Readonly<Record<RecordingFault, string>> = {
  silent: 'Nobody is heard speaking. Record it again, nearer to the microphone.',
  clipped: 'It is so loud that it is distorted. Record it again, further from the microphone.',
  'too-quiet':
    'It is so quiet that hiss comes up with it. Better record it again, nearer to the microphone.',
  noisy: 'The place is loud. Better record it again where it is quiet.',
  'too-long': 'It is longer than 4 seconds and may be more than a word. Listen to it, and cut it.',
  'several-words':
    'There is a pause inside: two words, or the word twice. Listen to it, and cut it.',
  'cut-off':
    'Speech touches the beginning or the end, so some may be missing. Listen to it; record it again if so.',
  'low-rate':
    'It was recorded at less than 16,000 samples a second (as by telephone), which makes s and h alike. Better record it again at 44,100 or 48,000.',
}

const unreadable = ({
  reason,
  detail,
  found,
}: Extract<Problem, { code: 'unreadable-file' }>): string => {
  switch (reason) {
    case 'not-utf-8':
      return 'The text is not UTF-8. Save the file as "CSV UTF-8".'
    case 'byte-order-mark':
      return 'The file begins with a byte order mark. Save it as UTF-8 without BOM.'
    case 'carriage-returns':
      return 'Lines end in CR LF. Save the file with LF line ends.'
    case 'empty':
      return 'The file has no content. Export or copy it again; a table without rows still has its header line.'
    case 'quotes':
      return `The quotation marks do not match (${detail}). Put a cell with " in quotation marks and double each " in it.`
    case 'row-length':
      return `The row has fewer cells than the header (${detail}). Add the missing commas.`
    case 'not-json':
      return `The file is not JSON (${detail}). Correct it there.`
    case 'wrong-shape':
      return `Something else was expected: ${detail}. Write it as the other languages have it.`
    case 'not-bibtex':
      return `The file is not BibTeX (${detail}). Correct it there.`
    case 'nul':
      return 'The file holds NUL characters, so it is no text. Export it again from the program that made it.'
    case 'not-xml':
      return `This is not well-formed XML (${detail}). Correct it there.`
    case 'document-type':
      return 'The XML has a DOCTYPE and is not read, for safety. Delete that declaration.'
    case 'too-deep':
      return `Elements are nested too deeply (${detail}). Check the file.`
    case 'too-large':
      return `Too large: ${measured(detail, SIZES)}. Split it, or check whether the file is damaged.`
    case 'not-zip':
      return `The archive is damaged or is none (${detail}). Copy the file again.`
    case 'unsafe-path':
      return `The archive has an unsafe path (${detail}) and is not opened. Make the archive anew.`
    case 'wrong-format':
      return `The content is ${found === undefined ? '' : `${found}, `}not ${detail}. Name the right format with --format.`
    default:
      return unreachable(reason)
  }
}

const SIZES: Readonly<Record<string, string>> = {
  '>': 'more than',
  characters: 'characters in one cell or text',
  lines: 'lines in one record',
  elements: 'XML elements in one record',
  files: 'files in one archive',
}

const unknown = (given: string, known: readonly string[], file: string): string => {
  const codes = listed(known)
  return `"${given}" is not in ${file}. Use ${codes === undefined ? 'a code from there' : `one of ${codes}`}, or add it there.`
}

const target = (of: string): string =>
  of === 'entry-or-sense' ? 'entry or sense' : of === 'anything' ? 'row with the id' : of
