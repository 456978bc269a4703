import type { Licence } from '../../lexicon/ids'
import type { Speaker, Take } from '../../store/recording-store'

/** What recordings are published under; the consent text says so in words. */
export const RECORDING_LICENCE = 'CC-BY-4.0' as Licence
export const LICENCE_ADDRESS = 'https://creativecommons.org/licenses/by/4.0/deed.vi'

/** What is told of a speaker before they agree. */
export type Introduction = Omit<Speaker, 'id' | 'consent'> & { readonly id?: string }

/** Whether their consent can be heard on this device. */
export const hasSpokenConsent = ({ consent }: Speaker, takes: readonly Take[]): boolean =>
  takes.some(({ id }) => id === consent.take)
