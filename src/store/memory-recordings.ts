import { joinSamples } from '../audio/wav'
import { ok } from '../lexicon/result'
import type {
  ClipChoice,
  ClipStore,
  ClipVerdict,
  RecordingPlan,
  Speaker,
  Take,
  TakeStore,
  VerdictStore,
} from './recording-store'

/** Blocks of recordings, kept until the page closes. */
export function createMemoryClips(): ClipStore {
  const kept = new Map<string, Map<string, { bytes: Uint8Array; clips: readonly string[] }>>()
  const choices = new Map<string, ClipChoice>()
  const blockOf = (clip: string) => {
    for (const blocks of kept.values())
      for (const { bytes, clips } of blocks.values()) if (clips.includes(clip)) return bytes
    return undefined
  }
  return {
    list: async (language) =>
      ok(
        [...(kept.get(language) ?? [])].map(([block, { bytes, clips }]) => ({
          language,
          block,
          bytes: bytes.length,
          clips,
        })),
      ),
    async keep(language, blocks) {
      kept.set(language, new Map([...(kept.get(language) ?? []), ...blocks]))
      return ok(undefined)
    },
    async find(clip) {
      return ok(blockOf(clip))
    },
    has: async (clip) => ok(blockOf(clip) !== undefined),
    async remove(language, blocks) {
      if (blocks === undefined) kept.delete(language)
      else for (const block of blocks) kept.get(language)?.delete(block)
      return ok(undefined)
    },
    choice: async (language) => ok(choices.get(language)),
    async saveChoice(language, choice) {
      if (choice === undefined) choices.delete(language)
      else choices.set(language, choice)
      return ok(undefined)
    },
  }
}

export function createMemoryVerdicts(): VerdictStore {
  const kept = new Map<string, ClipVerdict>()
  const keyOf = (language: string, media: string) => `${language} ${media}`
  return {
    list: async () => ok([...kept.values()]),
    async save(verdict) {
      kept.set(keyOf(verdict.language, verdict.media), verdict)
      return ok(undefined)
    },
    async remove(language, media) {
      for (const id of media) kept.delete(keyOf(language, id))
      return ok(undefined)
    },
  }
}

export function createMemoryTakes(): TakeStore {
  const takes = new Map<string, Take>()
  const whole = new Map<string, Int16Array>()
  const pieces = new Map<string, Int16Array[]>()
  const speakers = new Map<string, Speaker>()
  let session: RecordingPlan | undefined
  const samplesOf = (id: string) => whole.get(id) ?? joinSamples(pieces.get(id) ?? [])
  const asFound = (take: Take): Take =>
    whole.has(take.id) ? take : { ...take, state: 'broken-off', length: samplesOf(take.id).length }
  return {
    list: async (language) =>
      ok(
        [...takes.values()]
          .filter((take) => language === undefined || take.language === language)
          .map(asFound)
          .sort((a, b) => a.at - b.at),
      ),
    samples: async (id) => ok(takes.has(id) ? samplesOf(id).slice() : undefined),
    async begin(take) {
      takes.set(take.id, take)
      return ok(undefined)
    },
    async addPiece(id, number, piece) {
      const known = pieces.get(id) ?? []
      known[number] = piece.slice()
      pieces.set(id, known)
      return ok(undefined)
    },
    async finish(take, samples) {
      takes.set(take.id, take)
      whole.set(take.id, samples.slice())
      pieces.delete(take.id)
      return ok(undefined)
    },
    async update(take, next) {
      takes.set(take.id, take)
      session = next ?? session
      return ok(undefined)
    },
    async remove(ids) {
      for (const id of ids) {
        takes.delete(id)
        whole.delete(id)
        pieces.delete(id)
      }
      return ok(undefined)
    },
    speakers: async () => ok([...speakers.values()]),
    async saveSpeaker(speaker) {
      speakers.set(speaker.id, speaker)
      return ok(undefined)
    },
    async removeSpeaker(id) {
      if (![...takes.values()].some(({ speaker }) => speaker === id)) speakers.delete(id)
      return ok(undefined)
    },
    session: async () => ok(session),
    async saveSession(plan) {
      session = plan
      return ok(undefined)
    },
  }
}
