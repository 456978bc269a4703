import { describe, expect, test } from 'vitest'
import { createNotices } from '../../src/app/notices'
import { createPreferences } from '../../src/app/preferences'
import { createMemoryStore } from '../../src/store/memory'

describe('preferences', () => {
  test('take over what the device has kept', async () => {
    const { settings } = createMemoryStore()
    const before = createPreferences(createNotices())
    await before.keepIn(settings)
    before.change({ locale: 'en', textScale: 1.3 })
    const after = createPreferences(createNotices())
    await after.keepIn(settings)
    expect(after.settings.value).toMatchObject({ locale: 'en', textScale: 1.3 })
  })

  test('hold on to what was changed before the device answered', async () => {
    const { settings } = createMemoryStore()
    const preferences = createPreferences(createNotices())
    preferences.change({ theme: 'dark' })
    await preferences.keepIn(settings)
    expect(preferences.settings.value.theme).toBe('dark')
    expect(await settings.read()).toMatchObject({ value: { theme: 'dark' } })
  })

  test('tell of it when they cannot be kept', async () => {
    const notices = createNotices()
    const preferences = createPreferences(notices)
    const full = { ok: false, error: { kind: 'storage-full' } } as const
    await preferences.keepIn({
      read: async () => ({ ok: true, value: preferences.settings.value }),
      write: async () => full,
    })
    preferences.change({ theme: 'dark' })
    await expect.poll(() => notices.shown.value).toMatchObject([{ kind: 'fault' }])
    expect(preferences.settings.value.theme).toBe('dark')
  })
})
