/** What the app asks of the browser around it, so that it runs under test without one. */
export interface Platform {
  /** Puts text on the clipboard; false where that is not allowed. */
  copy(text: string): Promise<boolean>
  /** The system's share sheet; none where there is none. */
  readonly share?: (item: SharedItem) => Promise<ShareOutcome>
  print(): void
  /** Offers a file to be kept: the browser's own download. */
  saveFile(name: string, content: string | Uint8Array, type: string): void
  /** The same for a large file: what was added need not stay in the page's memory. */
  beginFile(name: string, type: string): FileInProgress
  /** Asks the browser not to clear what is stored; false: it may clear it when space is short. */
  persist(): Promise<boolean>
  /** Bytes in use and bytes allowed; none where the browser does not say. */
  estimate(): Promise<StorageEstimateBytes | undefined>
  /** The full address of a route, to be shared. */
  address(hash: string): string
  /** Offers to install the app on the device. */
  readonly install: InstallOffer
}

/** A file that is written piece by piece. */
export interface FileInProgress {
  /** The bytes may be changed afterwards. */
  add(bytes: Uint8Array): void
  /** Offers it to be kept; nothing is added after that. */
  save(): void
}

export interface SharedItem {
  readonly title: string
  readonly text: string
  readonly url: string
}

export type ShareOutcome = 'shared' | 'stopped' | 'failed'

export interface StorageEstimateBytes {
  readonly used: number
  readonly allowed: number
}

export interface InstallOffer {
  /** Calls back whenever an offer appears or goes. */
  watch(onChange: (offered: boolean) => void): void
  prompt(): Promise<void>
}

/** What the page shows of itself between visits: kept with the history entry, so that "back" finds it again. */
export interface PageMemory {
  readonly query?: string
  /** Pixels from the top. */
  readonly scroll?: number
}

export interface Navigation {
  /** With its `#`; empty: the first page. */
  hash(): string
  memory(): PageMemory
  /** Adds to what is kept with the present history entry. */
  remember(memory: PageMemory): void
  /** Opens another page: a new history entry. */
  push(hash: string): void
  /** Opens another page in place of this one. */
  replace(hash: string): void
  /** To the page before this one; to the first page where this app has none. */
  back(): void
  listen(onChange: () => void): void
}
