import { signal } from '@preact/signals-core'
import type { LanguageCode } from '../../lexicon/ids'
import { ok, type Result } from '../../lexicon/result'
import type { ClipBlockListing } from '../../pack/clip-index'
import type { ClipChoice, ClipSelection, KeptBlock } from '../../store/recording-store'
import { downloadBlocks } from './clip-download'
import { offersOf } from './clip-offers'
import { createOutdatedBlocks } from './clip-outdated'
import { blocksOf, entriesOf, isSameSelection } from './clip-selection'
import type { ClipSource, KnownIndex } from './clip-source'
import type { ClipError, ClipShelf, Clips, ClipsDependencies } from './clips'

type Keeping = Exclude<keyof Clips, 'isHere' | 'load'>

export interface ClipKeeper extends Pick<Clips, Keeping> {
  /** Reads again what is on the device of one language. */
  look(language: LanguageCode): Promise<void>
}

/** What is kept on the device of what was chosen: the part of `Clips` that the library shows. */
export const createClipKeeper = (
  { library, preferences, store }: ClipsDependencies,
  source: ClipSource,
): ClipKeeper => {
  const shelves = signal<readonly ClipShelf[]>([])
  const running = new Map<LanguageCode, { stop: AbortController; done: Promise<void> }>()
  const outdatedBlocks = createOutdatedBlocks()
  const drafts = () => preferences.settings.value.showDrafts

  const needed = async (
    language: LanguageCode,
    index: KnownIndex,
    selections: readonly ClipSelection[],
  ): Promise<Result<ReturnType<typeof blocksOf>, ClipError>> => {
    const entries = await entriesOf(library.shelf(language)?.dictionary, selections, drafts())
    return entries.ok ? ok(blocksOf(index, entries.value, drafts())) : entries
  }
  const choiceOf = async (language: LanguageCode): Promise<ClipChoice | undefined> => {
    const read = await store.choice(language)
    return read.ok ? read.value : undefined
  }
  const keptOf = async (language: LanguageCode): Promise<readonly KeptBlock[]> => {
    const read = await store.list(language)
    return read.ok ? read.value : []
  }

  const dropOutdated = async (
    language: LanguageCode,
    index: KnownIndex | undefined,
    kept: readonly KeptBlock[],
  ): Promise<readonly KeptBlock[]> => {
    const shelf = library.shelf(language)
    const outdated = shelf === undefined ? [] : await outdatedBlocks(shelf, index, kept)
    if (outdated.length === 0) return kept
    const removed = await store.remove(language, outdated)
    return removed.ok ? kept.filter(({ block }) => !outdated.includes(block)) : kept
  }

  /** None: there are no recordings, here or to be fetched. */
  const survey = async (language: LanguageCode): Promise<Omit<ClipShelf, 'status'> | undefined> => {
    const listed = library.shelf(language)?.listing?.audio
    const choice = await choiceOf(language)
    let kept = await keptOf(language)
    if (listed === undefined && kept.length === 0 && choice === undefined) return undefined
    const chosen = choice?.selections ?? []
    let missingBytes = 0
    const read = choice || kept.length > 0 ? await source.index(language) : undefined
    const index = read?.ok ? read.value : undefined
    const isOffered = listed !== undefined || library.shelf(language)?.listing === undefined
    if (index !== undefined && isOffered) {
      const wanted = await needed(language, index, chosen)
      if (wanted.ok) missingBytes = sumBytes(missingOf(wanted.value.blocks, kept))
    }
    kept = await dropOutdated(language, index, kept)
    return {
      language,
      offeredClips: (listed?.clips ?? 0) + (drafts() ? (listed?.draftClips ?? 0) : 0),
      offeredBytes: listed?.blockBytes ?? 0,
      keptClips: new Set(kept.flatMap(({ clips }) => clips)).size,
      keptBytes: sumBytes(kept),
      chosen,
      missingBytes,
    }
  }
  /** `ended`: how an act has ended; none: the status stays. */
  const refresh = async (language: LanguageCode, ended?: ClipShelf['status']) => {
    const found = await survey(language)
    const statusOf = () => shelves.value.find((shelf) => shelf.language === language)?.status
    const shelf = found && { ...found, status: ended ?? statusOf() ?? IDLE }
    shelves.value = library.shelves.value.flatMap((other) =>
      other.language === language
        ? (shelf ?? [])
        : shelves.value.filter((one) => one.language === other.language),
    )
  }
  const show = (language: LanguageCode, status: ClipShelf['status']) => {
    shelves.value = shelves.value.map((shelf) =>
      shelf.language === language ? { ...shelf, status } : shelf,
    )
  }

  /** Remembers what was chosen before anything is fetched, so that a download that is killed goes on. */
  const choose = async (
    language: LanguageCode,
    added: readonly ClipSelection[],
    { stored: index, file }: KnownIndex,
  ) => {
    const before = (await choiceOf(language))?.selections ?? []
    const others = before.filter((other) => !added.some((one) => isSameSelection(one, other)))
    return store.saveChoice(language, { selections: [...others, ...added], index, file })
  }
  const fetchAll = async (
    language: LanguageCode,
    selections: readonly ClipSelection[],
    signal: AbortSignal,
  ): Promise<Result<void, ClipError>> => {
    const index = await source.index(language)
    if (!index.ok) return index
    const wanted = await needed(language, index.value, selections)
    if (!wanted.ok) return wanted
    const chosen = await choose(language, selections, index.value)
    if (!chosen.ok) return chosen
    const blocks = missingOf(wanted.value.blocks, await keptOf(language))
    const totalBytes = sumBytes(wanted.value.blocks)
    let doneBytes = totalBytes - sumBytes(blocks)
    const onBytes = (count: number) => {
      // What came damaged comes again.
      doneBytes = Math.min(totalBytes, doneBytes + count)
      show(language, { kind: 'downloading', selections, doneBytes, totalBytes })
    }
    onBytes(0)
    return downloadBlocks({ language, blocks, source, store, signal, onBytes })
  }
  /** One download of a language at a time. */
  const download = async (language: LanguageCode, selections: readonly ClipSelection[]) => {
    if (running.has(language) || selections.length === 0) return
    const stop = new AbortController()
    const run = async () => {
      await refresh(language, { kind: 'downloading', selections, doneBytes: 0, totalBytes: 0 })
      const done = await fetchAll(language, selections, stop.signal)
      running.delete(language)
      const isOver = done.ok || done.error.kind === 'stopped'
      await refresh(language, isOver ? IDLE : { kind: 'failed', fault: done.error })
    }
    const done = run()
    running.set(language, { stop, done })
    await done
  }

  const removeAll = async (language: LanguageCode): Promise<Result<void, ClipError>> => {
    const removed = await store.remove(language)
    return removed.ok ? store.saveChoice(language, undefined) : removed
  }
  const removeSome = async (
    language: LanguageCode,
    selection: ClipSelection,
  ): Promise<Result<void, ClipError>> => {
    const index = await source.index(language)
    if (!index.ok) return index
    const dictionary = library.shelf(language)?.dictionary
    const choice = await choiceOf(language)
    const chosen = choice?.selections ?? []
    const left = chosen.filter((one) => one.kind !== 'all' && !isSameSelection(one, selection))
    const going = await entriesOf(dictionary, [selection], true)
    const staying = await entriesOf(dictionary, left, true)
    if (!going.ok) return going
    if (!staying.ok) return staying

    const stay = blocksOf(index.value, staying.value, true).blocks
    const hadAll = chosen.some(({ kind }) => kind === 'all')
    const isOnlyOf = ({ entries }: ClipBlockListing) =>
      entries.every((number) => going.value === 'all' || going.value.has(number))
    const blocks = blocksOf(index.value, going.value, true).blocks.filter(
      (block) => !stay.includes(block) && (!hadAll || isOnlyOf(block)),
    )
    const removed = await store.remove(
      language,
      blocks.map(({ sha256 }) => sha256),
    )
    if (!removed.ok) return removed
    const next = choice && left.length > 0 ? { ...choice, selections: left } : undefined
    return store.saveChoice(language, next)
  }

  return {
    shelves,
    look: (language) => refresh(language),
    refresh: async () => {
      await Promise.all(library.shelves.value.map(({ language }) => refresh(language)))
    },
    offers: async (language) => {
      const index = await source.index(language)
      if (!index.ok) return index
      return offersOf(index.value, library.shelf(language)?.dictionary, drafts())
    },
    plan: async (language, selection) => {
      const index = await source.index(language)
      if (!index.ok) return index
      const wanted = await needed(language, index.value, [selection])
      if (!wanted.ok) return wanted
      const { blocks, clips } = wanted.value
      const totalBytes = sumBytes(blocks)
      const missing = missingOf(blocks, await keptOf(language))
      return ok({ clips, totalBytes, keptBytes: totalBytes - sumBytes(missing) })
    },
    download: (language, selection) => download(language, [selection]),
    update: async (language) => download(language, (await choiceOf(language))?.selections ?? []),
    giveUp: async (language) => {
      const choice = await choiceOf(language)
      const index = await source.index(language)
      const kept = await keptOf(language)
      if (choice === undefined || !index.ok) return
      const selections: ClipSelection[] = []
      for (const one of choice.selections) {
        const wanted = await needed(language, index.value, [one])
        if (wanted.ok && missingOf(wanted.value.blocks, kept).length === 0) selections.push(one)
      }
      const left = selections.length > 0 ? { ...choice, selections } : undefined
      const saved = await store.saveChoice(language, left)
      await refresh(language, saved.ok ? IDLE : { kind: 'failed', fault: saved.error })
    },
    stop: (language) => running.get(language)?.stop.abort(),
    remove: async (language, selection) => {
      const job = running.get(language)
      job?.stop.abort()
      await job?.done
      const removed =
        selection.kind === 'all' ? await removeAll(language) : await removeSome(language, selection)
      await refresh(language, removed.ok ? IDLE : { kind: 'failed', fault: removed.error })
    },
  }
}

const IDLE: ClipShelf['status'] = { kind: 'idle' }

const missingOf = (
  blocks: readonly ClipBlockListing[],
  kept: readonly KeptBlock[],
): readonly ClipBlockListing[] => {
  const here = new Set(kept.map(({ block }) => block))
  return blocks.filter(({ sha256 }) => !here.has(sha256))
}

const sumBytes = (blocks: readonly { readonly bytes: number }[]): number =>
  blocks.reduce((sum, { bytes }) => sum + bytes, 0)
