import type { PlayerTexts } from './vi-player'

type Voice = Parameters<PlayerTexts['listen']>[0]

const voice = ({ text, speaker, place }: Voice): string =>
  [`“${text}”`, speaker && `spoken by ${speaker}`, place].filter(Boolean).join(', ')

export const enPlayer: PlayerTexts = {
  title: 'Listen',
  listen: (of) => `Listen to ${voice(of)}`,
  slowly: (of) => `Listen slowly to ${voice(of)}`,
  thrice: (of) => `Listen three times to ${voice(of)}`,
  key: (label, key) => `${label} (key ${key})`,
  more: (count, varieties) => `${count} more: ${varieties}`,
  unnamed: 'Speaker not named',
  says: 'says:',
  date: (iso) => iso,
  elsewhere: 'recorded elsewhere, for comparison only',
  loading: 'Fetching the recording…',
  none: 'No recording yet.',
  record: 'Record this word',
  notHere:
    'This recording is not on the device. Go online to hear it, or download the audio pack in the Library.',
  library: 'Open the library',
  fault: (fault, common) => {
    switch (fault.kind) {
      case 'not-on-device':
      case 'offline':
        return enPlayer.notHere
      case 'unplayable':
        return 'The browser cannot play this recording. Update the browser, or remove the audio pack and download it again in the Library.'
      case 'blocked':
        return 'The browser did not let the sound through. Press the button again.'
      case 'not-found':
        return 'The server does not have this recording. Update the dictionary in the Library and try again.'
      case 'damaged':
        return 'The recording arrived damaged and was not kept. Press the button to fetch it again.'
      case 'storage-full':
        return 'The device is full, so the recording could not be kept. Delete some photos or videos and try again.'
      default:
        return common(fault)
    }
  },
}
