import type { Take } from '../../store/recording-store'

/** Bytes of its 16-bit samples. */
export const takeBytes = ({ length }: Take): number => length * 2

/** None: it was broken off, and nobody has counted what had arrived. */
export const takeSeconds = ({ length, rate }: Take): number | undefined =>
  length === 0 ? undefined : length / rate
