import { describe, expect, test } from 'vitest'
import { openEntry } from '../../src/app/entry'
import type { EntryId, LanguageCode } from '../../src/lexicon/ids'
import { BA_NA, createWorld, startedWorld, until } from './fixtures'

const INH = 'bn-00001' as EntryId
const isSettled = ({ kind }: { readonly kind: string }) => kind !== 'opening'

describe('openEntry', () => {
  test('opens an entry with its concept in the other languages', async () => {
    const { app } = await startedWorld()
    const view = await until(openEntry(app, BA_NA, INH), isSettled)
    if (view.kind !== 'open') throw new Error(view.kind)
    expect(view.full.forms.map(({ text }) => text)).toContain('inh')
    expect(view.elsewhere).toMatchObject([
      { concept: { id: '1209' }, languages: [{ rows: [{ headword: 'inh' }] }] },
    ])
  })

  test('joins the forms that stand apart under a share-alike licence', async () => {
    const { app } = await startedWorld()
    const view = await until(openEntry(app, BA_NA, INH), isSettled)
    if (view.kind !== 'open') throw new Error(view.kind)
    expect(view.full.forms.map(({ licence }) => licence)).toContain('CC-BY-SA')
  })

  test('leads from a retired id to its successor', async () => {
    const { app } = await startedWorld()
    const view = await until(openEntry(app, BA_NA, 'bn-00900' as EntryId), isSettled)
    expect(view).toEqual({ kind: 'moved', successor: INH })
  })

  test('does not know an id that never was', async () => {
    const { app } = await startedWorld()
    expect(await until(openEntry(app, BA_NA, 'nothing' as EntryId), isSettled)).toEqual({
      kind: 'unknown',
    })
    expect(await until(openEntry(app, 'nowhere' as LanguageCode, INH), isSettled)).toEqual({
      kind: 'unknown',
    })
  })

  test('keeps a draft out of sight until drafts are shown', async () => {
    const { app } = await startedWorld()
    const draft = openEntry(app, BA_NA, 'bn-00781' as EntryId)
    expect(await until(draft, isSettled)).toEqual({ kind: 'draft' })
    app.preferences.change({ showDrafts: true })
    expect(await until(draft, ({ kind }) => kind === 'open')).toMatchObject({
      row: { reviewState: 'draft' },
    })
    draft.close()
  })

  test('does not tell a draft from nothing where the drafts cannot be had', async () => {
    const { app, network } = await startedWorld()
    network.isUp = false
    const view = await until(openEntry(app, BA_NA, 'bn-00781' as EntryId), isSettled)
    expect(view).toEqual({ kind: 'unknown' })
  })

  test('shows what the list has while the rest of the pack is on its way', async () => {
    const world = await createWorld()
    const view = openEntry(world.app, BA_NA, INH)
    expect(await until(view, isSettled)).toMatchObject({ kind: 'arriving' })
    await world.app.start()
    expect(await until(view, ({ kind }) => kind === 'open')).toMatchObject({ row: { id: INH } })
  })

  test('says that the pack is not on the device', async () => {
    const world = await startedWorld()
    await world.pages.keeper.remove(BA_NA)
    const view = await until(openEntry(world.app, BA_NA, INH), isSettled)
    expect(view).toMatchObject({ kind: 'pack-absent' })
  })
})
