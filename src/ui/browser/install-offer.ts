import type { InstallOffer } from '../../app/platform'

interface InstallPromptEvent extends Event {
  prompt(): Promise<unknown>
}

const isInstallPrompt = (event: Event): event is InstallPromptEvent => 'prompt' in event

/** Keeps the browser's offer to install the app until the user asks for it. */
export const createInstallOffer = (window: Window): InstallOffer => {
  let offer: InstallPromptEvent | undefined
  let tell: (offered: boolean) => void = () => undefined
  const set = (next: InstallPromptEvent | undefined) => {
    offer = next
    tell(next !== undefined)
  }
  window.addEventListener('beforeinstallprompt', (event) => {
    if (!isInstallPrompt(event)) return
    event.preventDefault()
    set(event)
  })
  window.addEventListener('appinstalled', () => set(undefined))
  return {
    watch: (onChange) => {
      tell = onChange
      onChange(offer !== undefined)
    },
    prompt: async () => {
      const asked = offer
      set(undefined)
      await asked?.prompt()
    },
  }
}
