import { nodePorts } from '../scripts/ports'
import { writeWav } from '../src/audio/wav'
import type { Change, ChangeSetSpeaker } from '../src/formats/change-set'
import { createChangeSetWriter } from '../src/formats/change-set/write'
import type { Licence, VarietyId } from '../src/lexicon/ids'

const AT = '2026-11-22T05:00:00.000Z'
const RATE = 48_000

/** 16-bit samples of something like a word: a harmonic tone that swells and dies away, between silences. */
export const spokenLike = (pitch: number, seconds = 0.6): Int16Array => {
  const silence = Math.round(RATE * 0.4)
  const length = Math.round(RATE * seconds)
  const samples = new Int16Array(length + 2 * silence)
  for (let i = 0; i < samples.length; i++) {
    // A room is never silent; the same one for the same pitch.
    let sound = Math.sin(i * i * pitch) * 0.0005
    const at = i - silence
    if (at >= 0 && at < length) {
      const swell = Math.sin((Math.PI * at) / length) * (1 + 0.5 * Math.sin((at / RATE) * 30))
      for (let k = 1; k <= 6; k++)
        sound += (swell * 0.15 * Math.sin((2 * Math.PI * pitch * k * at) / RATE)) / k
    }
    samples[i] = Math.round(sound * 32_767)
  }
  return samples
}

export const wavLike = (pitch: number, seconds?: number): Uint8Array =>
  writeWav(spokenLike(pitch, seconds), RATE)

export const SPEAKER: ChangeSetSpeaker = {
  id: 's1',
  name: 'A. B.',
  variety: 'kon-tum' as VarietyId,
  place: 'làng mẫu',
  birthYear: 1960,
  consent: {
    text: 'Lời đồng ý mẫu.',
    licence: 'CC-BY-4.0' as Licence,
    at: AT,
    media: 'media/consent.wav',
  },
}

/** A line that adds a recording, and what it is about. */
export const mediaLine = (id: string, sha256: string, fields: object = {}): Change =>
  ({
    op: 'add',
    table: 'media',
    record: {
      id: `new-${id}`,
      entry: 'bn-00001',
      kind: 'audio',
      path: `media/${id}.wav`,
      sha256,
      variety: SPEAKER.variety,
      speaker: SPEAKER.name,
      speakerBirthYear: 1960,
      place: SPEAKER.place,
      date: '2026-11-22',
      licence: 'CC-BY-4.0',
      reviewState: 'draft',
      ...fields,
    },
    at: AT,
    by: SPEAKER.name,
    speaker: SPEAKER.id,
  }) as Change

export const reviewLine = (subject: string, heard: string | undefined, fields: object = {}) =>
  ({
    op: 'add',
    table: 'reviews',
    record: {
      id: `new-${subject}`,
      subject,
      verdict: 'reviewed',
      reviewer: 'C. D.',
      date: '2026-11-23',
      ...fields,
    },
    at: AT,
    by: 'C. D.',
    ...(heard !== undefined && { heard }),
  }) as Change

export interface ChangeSetOptions {
  readonly language?: string
  /** Bytes by path. */
  readonly media?: ReadonlyMap<string, Uint8Array>
  readonly speakers?: readonly ChangeSetSpeaker[]
  /** Made with the SHA-256 of each recording, by path. */
  readonly lines: (hashes: ReadonlyMap<string, string>) => readonly Change[]
}

/** A `.rong-changes` file. */
export const changeSetFile = async ({
  language = 'ba-na',
  media = new Map(),
  speakers = [SPEAKER],
  lines,
}: ChangeSetOptions): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = []
  const writer = createChangeSetWriter({
    origin: { app: '0.1.0', language, madeAt: AT },
    hash: nodePorts.hash,
    put: (bytes) => void pieces.push(bytes.slice()),
  })
  const hashes = new Map<string, string>()
  for (const [path, bytes] of media)
    hashes.set(path, await writer.addMedia(path, 'audio/wav', bytes))
  await writer.finish(speakers, lines(hashes))
  return new Uint8Array(Buffer.concat(pieces))
}
