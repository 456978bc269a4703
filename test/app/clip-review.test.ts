import { describe, expect, test } from 'vitest'
import type { ClipReview, WaitingClip } from '../../src/app/recording/clip-review'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { err } from '../../src/lexicon/result'
import { createMemoryStore } from '../../src/store/memory'
import { BA_NA, compile, lexiconAs, startedWorld, type WorldOptions } from './fixtures'

/** The dictionary of every field, its recording and others waiting for review. */
const withDrafts = (): Lexicon => {
  const lexicon = lexiconAs(BA_NA)
  const [row] = lexicon.media
  const draft = { ...row!, value: { ...row!.value, reviewState: 'draft' as const } }
  const another = (id: string, part: object) => ({
    ...draft,
    value: { ...draft.value, id: id as typeof draft.value.id, ...part },
  })
  return {
    ...lexicon,
    media: [
      draft,
      another('bn-m00002', { entry: 'bn-00152', form: undefined, sha256: 'b'.repeat(64) }),
      another('bn-m00003', { kind: 'picture' }),
      another('bn-m00004', { reviewState: 'rejected' }),
      another('bn-m00005', { reviewState: 'reviewed' }),
    ],
  }
}

const opened = async (options: WorldOptions = {}) => {
  const world = await startedWorld({ files: await compile([withDrafts()]), ...options })
  const review = await world.pages.clipReview()
  await review.load()
  return { ...world, review }
}
const shownDrafts = async (options: WorldOptions = {}) => {
  const world = await opened(options)
  await world.pages.keeper.setDrafts(true)
  return { ...world, clips: await clipsOf(world.review) }
}
const clipsOf = async (review: ClipReview): Promise<readonly WaitingClip[]> => {
  const clips = await review.waiting(BA_NA)
  if (!clips.ok) throw new Error(clips.error.kind)
  return clips.value
}

describe('waiting', () => {
  test('is of recordings that nobody has judged in the dictionary, by entry', async () => {
    const { clips } = await shownDrafts()
    expect(clips.map(({ media, row }) => [media.id, row.headword])).toEqual([
      ['bn-m00001', 'inh'],
      ['bn-m00002', 'et'],
    ])
  })

  test('has nothing while drafts are not shown', async () => {
    const { review } = await opened()
    expect(await clipsOf(review)).toEqual([])
  })
})

describe('a verdict', () => {
  test('is kept with the hash of what was heard, and found again on the next visit', async () => {
    const { review, clips, store } = await shownDrafts()
    const [clip] = clips
    await review.judge(clip!, 'rejected', 'C. D.', 'nghe không rõ')
    expect(review.verdictOn(clip!)).toEqual({
      language: BA_NA,
      media: 'bn-m00001',
      clip: clip!.media.sha256,
      verdict: 'rejected',
      reviewer: 'C. D.',
      reason: 'nghe không rõ',
      at: Date.UTC(2026, 10, 22, 5),
    })
    const again = await opened({ store })
    expect(again.review.verdictOn(clip!)?.verdict).toBe('rejected')
  })

  test('takes the place of an earlier one', async () => {
    const { review, clips, store } = await shownDrafts()
    await review.judge(clips[0]!, 'rejected', 'C. D.', 'a')
    await review.judge(clips[0]!, 'reviewed', 'C. D.')
    expect(review.verdicts.value).toHaveLength(1)
    expect(await store.verdicts.list()).toMatchObject({ value: [{ verdict: 'reviewed' }] })
    expect(review.verdictOn(clips[1]!)).toBeUndefined()
  })

  test('can be taken back', async () => {
    const { review, clips, store } = await shownDrafts()
    await review.judge(clips[0]!, 'reviewed', 'C. D.')
    await review.forget(clips[0]!)
    expect(review.verdictOn(clips[0]!)).toBeUndefined()
    expect(await store.verdicts.list()).toEqual({ ok: true, value: [] })
  })

  test('is none on another recording of that id', async () => {
    const { review, clips } = await shownDrafts()
    await review.judge(clips[0]!, 'reviewed', 'C. D.')
    const [clip] = clips
    const other = { ...clip!, media: { ...clip!.media, sha256: 'c'.repeat(64) } }
    expect(review.verdictOn(other)).toBeUndefined()
  })

  test('that could not be kept is told', async () => {
    const memory = createMemoryStore()
    const save = async () => err({ kind: 'storage-full' } as const)
    const store = { ...memory, verdicts: { ...memory.verdicts, save } }
    const { review, clips, app } = await shownDrafts({ store })
    await review.judge(clips[0]!, 'reviewed', 'C. D.')
    expect(app.notices.shown.value).toContainEqual(
      expect.objectContaining({ fault: { kind: 'storage-full' } }),
    )
  })
})
