/** What can go wrong on the device; each `kind` has a message with the next step in every locale. */
export type StoreError =
  | { readonly kind: 'storage-blocked' }
  | { readonly kind: 'storage-full' }
  | { readonly kind: 'storage-lost' }
  | { readonly kind: 'storage-broken'; readonly reason: string }

/** What can go wrong while a pack is fetched and verified. */
export type DownloadError =
  | StoreError
  | { readonly kind: 'offline' }
  | { readonly kind: 'not-found'; readonly address: string }
  | { readonly kind: 'damaged'; readonly what: string }
  | { readonly kind: 'pack-too-new'; readonly found: number; readonly supported: number }
  | { readonly kind: 'stopped' }
