import { unreachable } from '../../lexicon/result'
import type { Texts } from './vi'

export const en: Texts = {
  showsEnglish: true,
  code: 'en',
  appName: 'Rông',
  title: 'Rông – Dictionary of Ba Na, Gia Rai, Xơ Đăng, Giẻ-Triêng',
  languageName: (named) => named.nameEn,

  skip: 'Go to the main content',
  navigation: 'Main pages',
  home: 'Look up',
  browse: 'Browse',
  favourites: 'Saved',
  library: 'Library',
  settings: 'Settings',
  back: 'Back',
  opening: 'Opening…',

  hero: 'Dictionary of Ba\u00a0Na, Gia\u00a0Rai, Xơ\u00a0Đăng, Giẻ-Triêng',
  search: 'Look up a word',
  placeholder: 'Type a word',
  clear: 'Clear what was typed',
  searchIn: 'Search in',
  all: 'All',
  letters: 'Special letters',
  putMark: (mark) => `Put ${mark} on the letter just typed`,

  entries: (count) => `${count.toLocaleString('en')} ${count === 1 ? 'entry' : 'entries'}`,
  wordOfTheDay: 'Word of the day',
  byAlphabet: 'Browse by alphabet',
  topics: 'Topics',

  results: 'Results',
  hits: (count, hasMore) =>
    count === 0
      ? 'No results'
      : `${hasMore ? 'More than ' : ''}${count} ${count === 1 ? 'result' : 'results'}`,
  showMore: 'Show more',
  near: 'Similar',
  nothing: (query) => `Nothing found for “${query}”.`,
  tryAll: 'Search all four languages',
  arriving: (names) => `${names} still downloading, so results may be incomplete.`,
  searchContent: 'Search everything that can be read',
  hitsIn: (names) => `This word in ${names}`,
  hitsByVietnamese: 'Vietnamese meaning',
  hitsByEnglish: 'English meaning',
  otherHits: 'Other results',

  nothingHelp: 'Type fewer letters, leave out the marks, or type the Vietnamese meaning.',
  nowhere: 'The dictionary does not have this word yet.',
  answersElsewhere: (counts) => `Other languages have it: ${counts}.`,
  draftsAnswer: (counts) => `Words not verified yet match this: ${counts}.`,
  showDrafts: 'Show words not verified yet',
  notOnDevice: (names) => `Not on this device: ${names}.`,
  beginningAnswers: 'There are words like the beginning of this.',
  askFor: (query) => `Look up “${query}”`,
  missNoted: 'Noted in a list on this device:',
  misses: 'Missing words',
  nearElsewhere: 'Similar, in other languages',
  byFirstLetter: 'Browse by the first letter',
  vietnamese: 'Vietnamese meaning',
  reviewState: {
    attested: 'in a published source',
    draft: 'not verified',
    reviewed: 'confirmed by a speaker',
    rejected: 'rejected',
  },

  close: 'Close',
  retry: 'Try again',
  memoryOnly:
    'The browser does not let this page store anything here. Looking up works, but everything is gone when the page closes. Leave private browsing, or allow this page to store data.',
  copied: 'Copied.',
  copyFailed: 'The browser does not allow copying. Select the text and copy it by hand.',
  shareFailed: 'Could not share. Copy the address of the page and send that.',
  appUpdate: 'There is a new version of Rông.',
  useAppUpdate: 'Use it now',
  crash: 'Rông met a fault and cannot show this page.',
  crashHelp: 'Reload the page. If it happens again, please send the report below to the makers.',
  copyReport: 'Copy the report',
  reload: 'Reload the page',
  fault: (fault) => {
    switch (fault.kind) {
      case 'offline':
        return 'No network, so the dictionary could not be downloaded. Connect and try again.'
      case 'not-found':
        return `The server has no file ${fault.address}. Try again later; if it stays so, tell whoever runs this site.`
      case 'damaged':
        return `The downloaded file is damaged (${fault.what}). What you have still works. Try again.`
      case 'stopped':
        return 'The download was stopped. To go on, open the Library page.'
      case 'storage-blocked':
        return 'The browser does not allow storing data. Leave private browsing, or allow this page to store data.'
      case 'storage-full':
        return 'The device is full, so the dictionary could not be kept. It works until the page closes. Delete some pictures or videos and download again.'
      case 'storage-lost':
        return 'What was stored on this device is lost. Connect and download the dictionary again.'
      case 'storage-broken':
        return `Data on this device cannot be read or written (${fault.reason}). Close other tabs of Rông and open the page again.`
      case 'pack-too-new':
        return 'This dictionary pack needs a newer version of Rông. Connect and reload the page.'
      case 'not-a-pack':
        return 'This file is not a Rông dictionary pack. Choose a file that ends in .rong.'
      case 'pack-cut-short':
        return 'The dictionary pack is incomplete, perhaps not fully copied. Download it again.'
      case 'pack-damaged':
        return `The dictionary pack is damaged (${fault.what}). Download it again.`
      case 'not-here-yet':
        return 'This part of the dictionary has not arrived. Wait a little, or continue on the Library page.'
      default:
        return unreachable(fault)
    }
  },
}
