import type { ClipsTexts } from './vi-clips'

const count = (clips: number): string =>
  clips === 1 ? '1 recording' : `${clips.toLocaleString('en')} recordings`

export const enClips: ClipsTexts = {
  title: 'Audio',
  panel: (language) => `Audio of the ${language} dictionary`,
  none: 'This dictionary has no recordings yet.',
  record: 'Record for this dictionary',
  count,
  here: (clips, bytes, size) =>
    clips === 0
      ? 'No recordings on this device yet.'
      : `On this device: ${count(clips)}, ${size(bytes)}.`,
  help: 'What is downloaded can be heard without a network.',
  chosen: (names) => `You have chosen: ${names}.`,
  missing: (bytes, size) => `Of what you have chosen, ${size(bytes)} are not on this device.`,
  goOn: (bytes, size) => `Go on, ${size(bytes)}`,
  giveUp: 'Leave it',
  choose: 'Choose what to download',
  all: 'Everything',
  topic: 'One topic',
  whichTopic: 'Which topic',
  grade: 'One grade',
  whichGrade: 'Which grade',
  gradeName: (grade) => `Grade ${grade}`,
  saved: 'My saved words',
  option: (name, clips) => `${name} (${clips.toLocaleString('en')})`,
  plan: ({ clips, totalBytes, keptBytes }, size) => {
    if (clips === 0) return 'There are no recordings in this part yet.'
    if (keptBytes === totalBytes) return `${count(clips)}, ${size(totalBytes)}, all on this device.`
    return keptBytes === 0
      ? `${count(clips)}, ${size(totalBytes)} to download.`
      : `${count(clips)}, ${size(totalBytes)}; ${size(keptBytes)} are here, ${size(totalBytes - keptBytes)} to download.`
  },
  planning: 'Working it out…',
  download: (bytes, size) => `Download ${size(bytes)}`,
  fetching: 'Downloading recordings…',
  downloading: (done, total, size) => `${size(done)} of ${size(total)}`,
  stop: 'Stop',
  remove: 'Remove from device',
  removeQuestion: (name) => `Remove recordings from this device: ${name}?`,
  removeHelp:
    'The dictionary stays. To hear them without a network you will have to download them again. Recordings that another part you have chosen needs stay.',
  goToo: 'Its downloaded recordings are removed as well.',
  cancel: 'Cancel',
  close: 'Close',
  fault: (fault, common) => {
    switch (fault.kind) {
      case 'offline':
        return 'There is no network. What has arrived is kept. Connect, and press download again.'
      case 'not-on-device':
        return 'It is not known yet which recordings there are. Connect, let the dictionary finish downloading, and open this again.'
      case 'not-found':
        return 'The server has a newer release. Press “Check for new releases” below the list, then download again.'
      case 'damaged':
        return `A part arrived damaged (${fault.what}) and was not kept. The others can be heard. Press download again.`
      case 'storage-full':
        return 'The device is full. What has arrived can be heard. Delete some photos or videos, or choose a smaller part, and go on.'
      default:
        return common(fault)
    }
  },
}
