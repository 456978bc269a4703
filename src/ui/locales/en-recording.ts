import { unreachable } from '../../lexicon/result'
import type { RecordingTexts } from './vi-recording'

const number = (value: number): string => value.toLocaleString('en')
const words = (count: number): string => `${number(count)} ${count === 1 ? 'word' : 'words'}`
const takes = (count: number): string =>
  `${number(count)} ${count === 1 ? 'recording' : 'recordings'}`

export const enRecording: RecordingTexts = {
  title: 'Record',
  help: 'Read words aloud for others to hear. Works without a network.',
  list: 'Recordings on this device',
  listDetail: (count) =>
    count === 0 ? 'None yet' : `${takes(count)} · listen, delete, send to the editors`,
  back: 'Back',
  memoryOnly:
    'This browser does not keep anything: recordings would be lost when the page closes. Leave private browsing, or allow this page to store data, before you record.',

  resume: {
    title: 'Unfinished recording session',
    goOn: (position, total) => `Go on with the session: ${position}/${total} words`,
    who: (speaker, language) => `${speaker} reading ${language}`,
    end: 'End this session',
    endHelp: 'What was recorded stays on this device.',
  },

  language: {
    title: 'Record which language?',
    intro:
      'A native speaker reads one word after another. Recording starts and stops by itself and is played back at once.',
    detail: (entries) => `${number(entries)} entries`,
    none: 'There is no dictionary on this device yet.',
    noneHelp: 'Download one first, then come back.',
  },

  speaker: {
    title: 'Who is reading?',
    titleWord: (headword) => `Who is reading “${headword}”?`,
    detail: (place, variety, count) => [place, variety, takes(count)].filter(Boolean).join(' · '),
    other: 'Somebody else',
    form: 'The speaker',
    name: 'Name or initials',
    nameHelp: 'As the speaker wants to be named.',
    nameMissing: 'Give a name, or initials.',
    place: 'Village',
    placeHelp: 'Village and commune; which province it is in today.',
    placeMissing: 'Give the village: speech differs from place to place.',
    variety: 'Group or region of the speech',
    varietyChoose: 'Choose…',
    varietyUnknown: 'Not known, or another group',
    varietyMissing: 'Choose the speaker’s group.',
    birthYear: 'Year of birth (optional)',
    birthYearHelp: 'For linguists only; not shown in the app.',
    birthYearWrong: (least) => `Give four digits, from ${least} to today, or leave it empty.`,
    next: 'Continue',
    byTouch: (date) => `Agreed by touch on ${date}; the consent has not been recorded.`,
  },

  consent: {
    title: 'Asking the speaker',
    read: 'Read this, or read it to the speaker.',
    text: (name, place) => [
      'Rông is a dictionary of Ba Na, Gia Rai, Xơ Đăng and Giẻ-Triêng. We ask to record your voice reading words, so that learners can hear how they are spoken.',
      'What is recorded: the words you read, and one sentence in which you say that you agree. The device listens only while the Record page is open and says that it is listening.',
      'What for: for teaching and learning the language, and for making the dictionary.',
      `Publication: the recordings are published to everybody under the licence CC BY 4.0, with the name “${name}” and the place “${place}”. Anybody may hear, copy, change and use them, also commercially, as long as the speaker is named. The sentence of consent is not published; the editors keep it.`,
      'The year of birth, if given, stands in the data tables for linguists and is not shown in the app.',
      'You may stop at any time, and hear and delete the recordings on this device. Before they are published you may ask the editors to leave yours out. Once published, copies that others have made cannot be called back.',
      'Nobody is paid for this, and nobody has to do it.',
      'Children need the agreement of a parent or guardian.',
    ],
    licence: 'The licence CC BY 4.0 (needs a network)',
    agree: 'I have read this or heard it read, and I agree.',
    say: 'Press the button and say, in any language:',
    sentence: (name) => `“My name is ${name}, I agree that my voice is recorded and published.”`,
    test: 'This also tests the microphone: watch the level.',
    record: 'Record the consent',
    skip: 'Agreed; go on without recording it',
    skipHelp:
      'The consent could not be recorded. It will be asked for again when the microphone works.',
  },

  choose: {
    title: 'Which words?',
    who: (name) => `Speaker: ${name}`,
    change: 'Change speaker',
    lists: 'Choose words',
    missing: (variety) => `Words that nobody has recorded (${variety})`,
    saved: 'Words I have saved',
    topic: (name) => `Topic: ${name}`,
    left: (left, done) =>
      left === 0
        ? done === 0
          ? 'no words'
          : `all ${words(done)} recorded`
        : `${words(left)}${done > 0 ? ` · ${number(done)} recorded` : ''}`,
    counting: 'counting…',
    howMany: 'Each session',
    all: 'All',
    estimate: (count, minutes) => `${words(count)}, about ${number(minutes)} min`,
    begin: 'Start recording',
    replaces: 'This takes the place of the unfinished session. What was recorded stays.',
  },

  desk: {
    label: 'Recording word by word',
    progress: (position, total) => `${number(position)}/${number(total)}`,
    progressLabel: 'Words done',
    pause: 'Pause',
    close: 'Close',
    back: 'Previous word',
    skip: 'Skip',
    redo: 'Again',
    keep: 'Keep',
    start: 'Record',
    stop: 'Stop',
    phase: (kind, isConsent) => {
      switch (kind) {
        case 'off':
          return 'The microphone is off'
        case 'asking':
          return 'The browser asks for the microphone: press Allow'
        case 'failed':
          return 'Not recording yet'
        case 'waiting':
          return isConsent ? 'Listening… please speak' : 'Listening… read this word'
        case 'recording':
          return 'Recording'
        case 'heard':
          return 'Recorded. Listen and choose'
        default:
          return unreachable(kind)
      }
    },
    brokenOff: 'Was broken off. Listen and choose',
    seconds: (seconds) => `${seconds.toFixed(1)} s`,
    play: 'Play what was just recorded',
    stopPlaying: 'Stop playing',
    quiet: 'too quiet',
    right: 'good',
    loud: 'too loud',
    warning: {
      'too-quiet': 'Too quiet: speak up or come closer.',
      'too-loud': 'Too loud: speak softer or move away.',
    },
    nothingHeard: 'Nothing heard yet. Speak up, or press Record yourself.',
    isGood: 'A clear recording.',
    alreadyKept: 'This word has a kept recording already. Reading it again adds another.',
    replays: 'Play back as soon as it is recorded',
    keys: 'Keys: Space or Enter = Record, Stop, Keep · R = Again · S = Skip · P = Play · ← = previous word · Esc = Pause',
    transcribed: 'transcription',
    unsaved: 'This recording is not saved yet. Do not close the page.',
    saveAgain: 'Save again',
    retry: 'Try again',
  },

  paused: {
    title: 'Paused',
    help: 'The microphone is off. What you kept is on this device and survives switching it off. Open the Record page again to go on.',
    goOn: 'Go on',
    leave: 'Later',
    end: 'End the session',
  },

  done: {
    title: 'Session finished',
    kept: (kept, skipped) =>
      `${words(kept + skipped)} done${skipped > 0 ? `, ${number(skipped)} of them skipped` : ''}.`,
    skipped: (count) => `Read the ${words(count)} you skipped`,
    more: 'Record more words',
    list: 'Listen and send to the editors',
  },

  word: {
    kept: 'The recording is kept.',
    stays: 'It is on this device until you save a file for the editors.',
    listen: 'Listen',
    again: 'Again',
    done: 'Done',
    who: (name) => `Speaker: ${name}`,
  },

  fault: (fault) => {
    switch (fault.kind) {
      case 'microphone-denied':
        return 'The browser may not use the microphone yet. Chrome: press the sign left of the address → Permissions → Microphone → Allow. Safari: press “aA” left of the address → Website Settings → Microphone → Allow. Then press Try again.'
      case 'microphone-missing':
        return 'This device has no microphone, or it is not plugged in. Plug in a microphone or a headset and try again.'
      case 'microphone-busy':
        return 'Something else is using the microphone. Close other Rông tabs that record, end calls and other recording apps, then try again.'
      case 'microphone-lost':
        return 'The microphone went away, perhaps because of a call or a pulled plug. What was recorded is still there. Try again.'
      case 'microphone-unsupported':
        return 'This browser cannot record. Update Chrome, Safari or Firefox, and open the page by its https address.'
      case 'dictionary-missing':
        return 'The dictionary of this session is no longer on this device. Download it again in the Library, then open this page again. What was recorded is still there.'
      case 'storage-blocked':
        return 'The browser does not let recordings be stored. Leave private browsing, or allow this page to store data.'
      case 'storage-full':
        return 'The device is full. Delete photos or films, or save old recordings as a file and delete them, then press Save again.'
      case 'storage-lost':
        return 'The storage of the device went away. Do not close this page; press Save again.'
      case 'storage-broken':
        return `The device could not be written to (${fault.reason}). Close other Rông tabs, then press Save again.`
      default:
        return unreachable(fault)
    }
  },

  clipFault: {
    silent: 'No speech was heard: record again.',
    clipped: 'Too loud, so that it crackles: move away a little.',
    'too-quiet': 'Too quiet: speak up or come closer.',
    noisy: 'Too noisy: find a quiet place, switch off fan and television.',
    'too-long': 'Too long: read only one word at a time.',
    'several-words': 'Seems to be several words: read one word, once.',
    'cut-off': 'The beginning or end is cut off: wait a moment before you read.',
    'low-rate': 'Dull, because of the microphone: try another one, not a wireless headset.',
  },

  takes: {
    title: 'Recordings on this device',
    intro: 'Recordings are on this device alone and are not sent anywhere by themselves.',
    empty: 'Nothing recorded yet.',
    emptyHelp: 'Open a word and press “Record this word”, or record a whole session.',
    record: 'Record',
    count: (count, size) => `${takes(count)} · ${size}`,
    consent: 'Consent',
    state: (take) => {
      switch (take.state) {
        case 'fresh':
          return 'not kept yet'
        case 'broken-off':
          return 'broken off'
        case 'kept':
          return take.handedOver === undefined ? 'not sent yet' : 'saved as a file'
        default:
          return unreachable(take.state)
      }
    },
    play: (text) => `Play ${text}`,
    stop: (text) => `Stop playing ${text}`,
    keep: 'Keep',
    redo: (text) => `Record ${text} again`,
    remove: (text) => `Delete the recording ${text}`,
    removeQuestion: (text) => `Delete the recording “${text}”?`,
    removeHelp: 'It cannot be brought back.',
    removeNotSent: 'It has not been saved as a file to send. It cannot be brought back.',
    removeConsentHelp:
      'Only the recorded consent is deleted; it will be asked for again. To withdraw the voice, delete everything of this speaker.',
    removeSpeaker: 'Delete everything of this speaker',
    removeSpeakerQuestion: (name, count) => `Delete ${takes(count)} of ${name}?`,
    removeSpeakerHelp:
      'Name, village and consent are deleted from this device as well. Ask the editors to leave out what was sent.',
    yes: 'Delete',
    no: 'Cancel',
    playFault:
      'This recording cannot be played. Turn up the volume and try again, or record again.',
  },

  handOver: {
    title: 'Send to the editors',
    waiting: (count, size) => `${takes(count)} not sent yet, ${size}`,
    verdicts: (count) =>
      `${number(count)} review ${count === 1 ? 'verdict' : 'verdicts'} not sent yet`,
    allOut: (count) => `All ${takes(count)} were saved as a file.`,
    save: 'Save a file for the editors',
    saveAll: 'Save everything again',
    help: 'A .rong-changes file is made and put into Downloads. Send it to the editors yourself, by Zalo, e-mail or USB. It holds the recordings and the speaker’s name, village and consent. Nothing leaves this device by itself, and the recordings stay on it.',
    writing: (done, total) => `Making the file… ${number(done)}/${number(total)}`,
    saved: (file) => `Saved as ${file}. Now send this file to the editors.`,
    nothing: 'There is nothing to send yet. Keep at least one recording.',
    partMissing:
      'A part of the app is missing. Connect to a network, open the page again and retry.',
    failed: 'The file could not be made. The recordings are still on this device.',
  },
}
