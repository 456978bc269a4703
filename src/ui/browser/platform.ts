import type { Platform, SharedItem, ShareOutcome } from '../../app/platform'
import { createInstallOffer } from './install-offer'

/** What the browser around the page can do; nothing here throws. */
export const createPlatform = (window: Window): Platform => {
  const { navigator, location } = window
  const { storage } = navigator
  return {
    copy: async (text) => {
      try {
        await navigator.clipboard.writeText(text)
        return true
      } catch {
        return false
      }
    },
    ...(typeof navigator.share === 'function' && {
      share: (item: SharedItem) => share(navigator, item),
    }),
    print: () => window.print(),
    saveFile: (name, content, type) => {
      const part = typeof content === 'string' ? content : new Uint8Array(content)
      saveFile(window.document, name, new Blob([part], { type }))
    },
    beginFile: (name, type) => {
      const pieces: Blob[] = []
      return {
        // A blob may lie on the disk, where a low-end phone has room.
        add: (bytes) => void pieces.push(new Blob([new Uint8Array(bytes)])),
        save: () => saveFile(window.document, name, new Blob(pieces, { type })),
      }
    },
    persist: async () => {
      try {
        return (await storage.persisted()) || (await storage.persist())
      } catch {
        return false
      }
    },
    estimate: async () => {
      try {
        const { usage, quota } = await storage.estimate()
        return usage === undefined || quota === undefined
          ? undefined
          : { used: usage, allowed: quota }
      } catch {
        return undefined
      }
    },
    address: (hash) => new URL(hash, location.href).href,
    install: createInstallOffer(window),
  }
}

/** How long a browser may take to begin reading what it was given to download, milliseconds. */
const DOWNLOAD_DELAY = 60_000

const saveFile = (document: Document, name: string, file: Blob): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), DOWNLOAD_DELAY)
}

const share = async (navigator: Navigator, item: SharedItem): Promise<ShareOutcome> => {
  try {
    await navigator.share(item)
    return 'shared'
  } catch (fault) {
    return fault instanceof DOMException && fault.name === 'AbortError' ? 'stopped' : 'failed'
  }
}
