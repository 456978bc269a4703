import type { Notices } from './notices'
import type { Platform } from './platform'
import { type Route, routeHash } from './routes'

export interface Sharing {
  /** Whether the device has a share sheet; without one the address is copied. */
  readonly hasSheet: boolean
  copy(text: string): Promise<void>
  /** Gives a page's address to others. */
  share(route: Route, title: string, text: string): Promise<void>
  address(route: Route): string
}

export const createSharing = (platform: Platform, notices: Notices): Sharing => {
  const copy = async (text: string) =>
    notices.add({ kind: (await platform.copy(text)) ? 'copied' : 'copy-failed' })
  const address = (route: Route) => platform.address(routeHash(route))
  return {
    hasSheet: platform.share !== undefined,
    copy,
    address,
    share: async (route, title, text) => {
      const url = address(route)
      if (platform.share === undefined) return copy(url)
      const outcome = await platform.share({ title, text, url })
      if (outcome === 'failed') notices.add({ kind: 'share-failed' })
    },
  }
}
