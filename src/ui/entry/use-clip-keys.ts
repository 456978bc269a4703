import { useEffect } from 'preact/hooks'
import type { Playable, Player } from '../../app/clips/player'

/** `p` plays, Shift and `p` slowly, Escape stops; not while somebody types. */
export const useClipKeys = (player: Player, playable: Playable | undefined): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event)) return
      const { key } = event
      if (key === 'Escape') player.stop()
      else if (playable !== undefined && (key === 'p' || key === 'P'))
        void player.play(playable, { slow: event.shiftKey })
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [player, playable?.id])
}

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
