import { unreachable } from '../../lexicon/result'
import { enAbout } from './en-about'
import { enClipReview } from './en-clip-review'
import { enClips } from './en-clips'
import { enExport } from './en-export'
import { enPlayer } from './en-player'
import { enRecording } from './en-recording'
import type { PageTexts } from './vi-pages'

const size = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000)).toLocaleString('en')} kB`
    : bytes < 1_000_000_000
      ? `${(bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} MB`
      : `${(bytes / 1_000_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} GB`

export const enPages: PageTexts = {
  name: (named) => named.nameEn,
  either: (vi, en) => en ?? vi ?? '',
  inLanguage: 'en',
  size,
  date: (at) => new Date(at).toLocaleDateString('en'),
  next: 'Go on',
  openHome: 'Look up a word',
  openLibrary: 'Open the library',
  noWords: 'No words here yet.',
  stillArriving: 'The dictionary is still downloading, so this list is incomplete.',

  entry: {
    homograph: (number) => `homograph ${number}`,
    onlyTranscription: 'No confirmed spelling yet. This is how linguists wrote the sounds down.',
    key: 'How to read each sign',
    keyNote: 'Approximate. To say it right, listen to a speaker.',
    unknownSign: 'as written in the source',
    save: 'Save this entry',
    saved: 'Saved; press to remove',
    copy: 'Copy the word',
    share: 'Share',
    print: 'Print',
    report: 'Report a mistake',
    reportHelp: 'Copy the description and send it to the makers with what should change.',
    copyReport: 'Copy the description',
    senses: 'Meanings',
    inferred: 'inferred from the meaning',
    editorial: (parts) => `Written by the editors: ${parts}.`,
    parts: {
      glossVi: 'the Vietnamese gloss',
      glossEn: 'the English gloss',
      domain: 'the semantic domain',
      topics: 'the topics',
    },
    sourceGloss: 'The source says',
    examples: 'Examples',
    forms: 'Forms and spellings',
    spelling: 'spelling',
    transcription: 'transcription',
    asInSource: 'the source has',
    row: 'row id',
    source: 'Source',
    licence: 'Licence',
    editor: 'the editors',
    elsewhere: 'In the other languages',
    compare: 'Compare the four languages',
    notThere: 'not in the dictionary',
    notHere: 'not downloaded',
    relations: 'Related entries',
    relation: {
      synonym: 'synonym',
      antonym: 'antonym',
      'compound-of': 'compound of',
      'derived-from': 'derived from',
      see: 'see also',
    },
    note: 'Note',
    cite: 'How to cite',
    citation: ({ headword, language, release, url }) =>
      `“${headword}”. Rông – Dictionary of ${language}, release ${release}. ${url}`,
    arriving: 'The rest of this entry is still downloading.',
    packAbsent: (language) => `The ${language} dictionary is not on this device.`,
    withdrawn: 'This entry was withdrawn from the dictionary.',
    reason: 'Reason',
    title: 'Entry',
    unknown: 'There is no such entry.',
    unknownHelp: 'The address may be incomplete. Look the word up again.',
    recordedElsewhere: (language) =>
      `Recorded elsewhere, for comparison only: not counted in the ${language} dictionary.`,
    draft: 'This entry is not verified.',
    draftHelp: 'Such entries are hidden until you want to see them.',
    draftNote:
      'Not verified: no other source and no speaker has confirmed this. Please do not teach from it.',
    reviewNote: {
      attested: 'in a published source',
      draft: 'not verified',
      reviewed: 'confirmed by a speaker',
      rejected: 'rejected',
    },
    description: (id, headword, release) =>
      `Rông, entry ${id} “${headword}”, release ${release}.\nWhat should change: `,
  },

  compare: {
    title: 'Compare',
    open: 'Compare the four languages and their varieties',
    variety: 'Variety',
    form: 'Word',
    elsewhere: 'recorded elsewhere, for comparison only',
    none: 'No data yet.',
    unknown: 'There is no such concept.',
  },

  browse: {
    title: 'Browse the dictionary',
    alphabets: 'By alphabet',
    vietnamese: 'Vietnamese A–Y',
    vietnameseDetail: 'By Vietnamese meaning, in all four languages',
    topics: 'School topics',
    topicsDetail: 'After the programme for teaching the languages',
    domains: 'Semantic domains',
    domainsDetail: 'The body, animals, the house…',
    letters: 'Letters',
    otherLetter: 'Other',
    words: (count) => `${count.toLocaleString('en')} ${count === 1 ? 'word' : 'words'}`,
    about: (language) => `About ${language}`,
  },

  grades: (grades) => `grades ${grades}`,

  favourites: {
    title: 'Saved entries',
    empty: 'Nothing saved yet.',
    emptyHelp: 'Open an entry and press the star.',
    remove: (headword) => `Remove ${headword}`,
    history: 'Entries looked at',
  },
  history: {
    title: 'Entries looked at',
    empty: 'Nothing looked at yet.',
    emptyHelp: 'Entries you open appear here. Only this device knows.',
    clear: 'Clear this list',
  },

  misses: {
    title: 'Missing words',
    intro:
      'What was typed and no dictionary on this device has. The list is on this device only and is sent nowhere by itself.',
    empty: 'Nothing noted yet.',
    emptyHelp: 'When you look up a word that the dictionary lacks, it is noted here.',
    save: 'Save as a CSV file',
    saveHelp:
      'Opens in Excel. Send the file to the makers of the dictionary so that they can add the words.',
    columns: { query: 'Word', languages: 'Languages', count: 'Times', lastAsked: 'Last asked' },
    allLanguages: 'all languages',
    count: (count) => (count === 1 ? 'once' : `${count} times`),
    remove: (query) => `Delete ${query}`,
    clear: 'Delete this list',
    clearQuestion: 'Delete all the words noted?',
    clearHelp: 'The list is only on this device. Save it as a file first if you need it.',
  },

  library: {
    title: 'Library',
    intro: 'A dictionary that has been downloaded works without the network.',
    download: 'Download',
    goOn: 'Continue',
    update: 'Update',
    remove: 'Remove',
    removeQuestion: (language) => `Remove the ${language} dictionary?`,
    removeHelp: (bytes) =>
      `Saved entries stay in their list. To look them up again you must download ${size(bytes)}.`,
    saveFile: 'Save as a file',
    saveFileOffline: 'Saving a dictionary as a file needs the network.',
    cancel: 'Keep it',
    stop: 'Stop',
    refresh: 'Look for updates',
    release: (release) => `release ${release}`,
    onDevice: (bytes) => `${size(bytes)} on this device`,
    toDownload: (bytes) => `${size(bytes)} to download`,
    status: (status) => {
      switch (status.kind) {
        case 'absent':
          return 'not downloaded'
        case 'opening':
          return 'opening'
        case 'downloading':
          return `downloading ${size(status.doneBytes)} / ${size(status.totalBytes)}`
        case 'partial':
          return 'partly downloaded'
        case 'ready':
          return 'complete, works without the network'
        case 'failed':
          return 'could not be downloaded'
        default:
          return unreachable(status)
      }
    },
    updateOffered: (release) => `release ${release} is there`,
    storage: 'Storage',
    used: (used, allowed) => `Rông uses ${size(used)} of ${size(allowed)}.`,
    unknownStorage: 'The browser does not say how much storage is in use.',
    persisted: 'The browser will keep this data.',
    notPersisted: 'The browser may clear this data when the device is full.',
    persist: 'Ask to keep the data',
    memoryOnly: 'Nothing can be stored on this device: all is gone when the page closes.',
    file: 'Dictionary file',
    fileHelp:
      'A dictionary can be added from a .rong file that came by USB, memory card or message.',
    openFile: 'Open a .rong file',
  },

  exporting: enExport,
  clips: enClips,
  player: enPlayer,
  recording: enRecording,
  clipReview: enClipReview,

  settings: {
    title: 'Settings',
    locale: 'Language of the app',
    vi: 'Tiếng Việt',
    en: 'English',
    theme: 'Background',
    themes: { system: 'As the device', light: 'Light', dark: 'Dark' },
    textScale: 'Text size',
    textScales: { '1': 'Normal', '1.15': 'Large', '1.3': 'Larger', '1.5': 'Largest' },
    preferred: 'Your variety',
    preferredHelp: 'Its words are shown first. Nothing is hidden.',
    noPreference: 'None',
    drafts: 'Show entries that are not verified',
    draftsHelp:
      'They come from one source that was put together by machine, and nobody has confirmed them. They are always labelled.',
    install: 'Put Rông on the home screen',
    installHelp: 'Opens like an app, without the network.',
    installButton: 'Install the app',
    about: 'About the languages',
    missesHelp: 'Looked up, and not in the dictionary',
  },

  about: enAbout,

  content: {
    title: 'Search everything',
    label: 'Search meanings, examples, notes and sources',
    help: 'Looks into examples, notes and names of sources too.',
    find: 'Search',
    reading: 'Reading the dictionary…',
    found: (count, query) =>
      count === 0
        ? `“${query}” is nowhere.`
        : `${count} ${count === 1 ? 'entry has' : 'entries have'} “${query}”`,
    missing: (names) => `${names} not searched: not fully downloaded.`,
    field: {
      form: 'form',
      gloss: 'meaning',
      definition: 'definition',
      example: 'example',
      note: 'note',
      source: 'source',
    },
  },

  unknown: {
    title: 'No such page',
    help: (hash) => `The address ${hash} leads to no page.`,
  },
}
