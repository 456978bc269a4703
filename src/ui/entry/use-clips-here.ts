import { useEffect, useState } from 'preact/hooks'
import type { Clips } from '../../app/clips/clips'
import type { MediaId } from '../../lexicon/ids'
import type { Media } from '../../lexicon/media'
import { useSignal } from '../use-signal'

/** Those that can be heard without the network; none until it is known. */
export const useClipsHere = (
  clips: Clips,
  media: readonly Media[],
): ReadonlySet<MediaId> | undefined => {
  const shelves = useSignal(clips.shelves)
  const [here, setHere] = useState<ReadonlySet<MediaId>>()
  const hashes = media.map(({ sha256 }) => sha256).join()
  useEffect(() => {
    let isGone = false
    const look = async () => {
      const are = await Promise.all(media.map((clip) => clips.isHere(clip)))
      if (!isGone) setHere(new Set(media.filter((_, i) => are[i]).map(({ id }) => id)))
    }
    void look()
    return () => {
      isGone = true
    }
  }, [clips, shelves, hashes])
  return here
}
