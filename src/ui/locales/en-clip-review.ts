import type { ClipReviewTexts } from './vi-clip-review'

const number = (count: number): string => count.toLocaleString('en')

export const enClipReview: ClipReviewTexts = {
  title: 'Review recordings',
  linkDetail: 'for who speaks the language: listen, and say what is right',
  opening: 'Opening…',
  intro:
    'Somebody who speaks the language listens to each new recording and says whether it is right. Only then is it part of the dictionary for everybody.',
  noDictionary: 'This dictionary is not on the device.',
  noDictionaryHelp: 'Download it in the Library, then come back here.',
  count: (waiting, judged) =>
    [
      waiting === 0
        ? 'No recording waits for review.'
        : `${number(waiting)} ${waiting === 1 ? 'recording waits' : 'recordings wait'} for review.`,
      judged > 0 && `${number(judged)} reviewed on this device.`,
    ]
      .filter(Boolean)
      .join(' '),
  draftsHidden: 'Drafts are hidden.',
  draftsHelp:
    'Recordings that wait for review stand in the unconfirmed part of the dictionary, which is hidden now. Show it to hear them.',
  draftsComing: 'Fetching the unconfirmed part…',
  showDrafts: 'Show the unconfirmed part',
  none: 'No recording waits for review.',
  noneHelp:
    'New recordings that the editors take into the dictionary are here after it is updated in the Library.',
  reviewer: 'Name of the reviewer',
  reviewerHelp: 'Name or initials; they stand with each verdict in the dictionary.',
  reviewerMissing: 'Enter the name or initials of the reviewer.',
  begin: 'Begin to listen',
  progress: (at, total) => `Recording ${number(at)} of ${number(total)}`,
  listen: 'Listen',
  slowly: 'Listen slowly',
  openEntry: 'Open the entry',
  question: 'Is this the word, rightly spoken?',
  listenFirst: 'Listen before you judge.',
  said: { reviewed: 'Reviewed: right.', rejected: 'Reviewed: wrong.' },
  right: 'Right',
  wrong: 'Wrong',
  skip: 'Skip',
  back: 'Previous',
  end: 'Pause',
  keys: 'Keys: space listen · 1 right · 2 wrong · 3 skip · ← previous · Esc pause',
  why: 'What is wrong?',
  reasons: [
    'Another word',
    'Not rightly spoken',
    'Not of this variety',
    'Not clear',
    'Beginning or end is missing',
  ],
  otherReason: 'Another reason',
  saveReason: 'Mark as wrong',
  notWrong: 'No, go back',
  judged: 'Reviewed on this device',
  takeBack: 'Take back',
  takeBackOf: (headword) => `Take back the verdict: ${headword}`,
  takeBackHelp:
    'What is taken back is removed from this device. If it was sent already, tell the editors.',
  allSent: (count) => `All ${number(count)} verdicts were exported.`,
  sendHelp:
    'Verdicts stay on this device until you send the file to the editors. Recordings of this language that were not sent yet are in the file too.',
}
