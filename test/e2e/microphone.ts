import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { writeWav } from '../../src/audio/wav'
import { expect, type Site, settled } from './site'

const RATE = 48_000

/** Seconds of a sound that is heard again and again: silence, then a voice. */
export interface Loop {
  readonly silence: number
  readonly voice: number
}

/** A browser whose microphone hears that, and that lets the page use it unasked. */
export const microphoneFlags = (loop: Loop): string[] => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-audio-capture=${writeLoop(loop)}`,
]

/** Path of a file with that sound: tones with overtones, no recording of anybody. */
const writeLoop = ({ silence, voice }: Loop): string => {
  const before = silence * RATE
  const samples = Int16Array.from({ length: before + voice * RATE }, (_, i) => {
    const time = (i - before) / RATE
    if (time < 0) return Math.round(4 * Math.sin(i * 1.7))
    const shape = Math.min(1, time / 0.02, (voice - time) / 0.02)
    const tone = [1, 2, 3, 4].reduce(
      (sum, n) => sum + Math.sin(2 * Math.PI * 140 * n * time) / n,
      0,
    )
    return Math.round(6000 * shape * tone)
  })
  const path = join(mkdtempSync(join(tmpdir(), 'rong-voice-')), 'voice.wav')
  writeFileSync(path, writeWav(samples, RATE))
  return path
}

export const phase = (page: Page) => page.getByTestId('record-phase')

export const expectPhase = (page: Page, kind: string) =>
  expect(phase(page)).toHaveAttribute('data-phase', kind, { timeout: 10_000 })

/** To the first page of recording, with all packs on the device. */
export const openRecording = async (page: Page, site: Site): Promise<void> => {
  await page.goto(site.address)
  await settled(page, site.index)
  await page.goto(`${site.address}#/record/ba-na`)
}

/** Somebody introduces themselves and agrees. @param press how the button that records it is pressed */
export const introduce = async (
  page: Page,
  press = (button: Locator) => button.click(),
): Promise<void> => {
  await page.getByTestId('speaker-name').fill('A. B.')
  await page.getByTestId('speaker-place').fill('làng')
  await page.getByTestId('speaker-variety').selectOption({ index: 2 })
  await page.getByTestId('speaker-next').click()
  await page.getByTestId('consent-agree').check()
  await press(page.getByTestId('consent-record'))
}

/** The consent is spoken and kept. */
export const consent = async (page: Page): Promise<void> => {
  await expectPhase(page, 'recording')
  await page.getByTestId('record-stop').click()
  await expectPhase(page, 'heard')
  await page.getByTestId('record-keep').click()
}

/** A session of all entries that nobody has recorded; takes are not played back. */
export const beginSession = async (page: Page): Promise<void> => {
  await page.getByTestId('session-choose-missing').click()
  await page.locator('[data-testid=session-count][data-count=all]').check()
  await page.getByTestId('record-replay').uncheck()
  await page.getByTestId('session-begin').click()
}

export interface TakeOnDevice {
  readonly id: string
  readonly kind: string
  readonly entry?: string
  readonly state: string
  readonly length: number
  /** SHA-256 of its samples, hex; none: only pieces are there. */
  readonly hash?: string
  /** Samples in pieces. */
  readonly pieces: number
}

export interface RecordingsOnDevice {
  /** In the order they were made. */
  readonly takes: readonly TakeOnDevice[]
  readonly session?: { readonly position: number; readonly entries: readonly string[] }
}

/** What IndexedDB holds, asked behind the app's back. */
export const recordingsOnDevice = (page: Page): Promise<RecordingsOnDevice> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const opening = indexedDB.open(`rong:${location.pathname}`)
      opening.onsuccess = () => done(opening.result)
      opening.onerror = () => fail(opening.error)
    })
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => fail(request.error)
      })
    const names = ['takes', 'takeSamples', 'takePieces', 'session']
    const transaction = database.transaction(names)
    const [kept, ids, samples, pieceKeys, pieces, session] = await Promise.all([
      asked(transaction.objectStore('takes').getAll()),
      asked(transaction.objectStore('takeSamples').getAllKeys()),
      asked(transaction.objectStore('takeSamples').getAll()),
      asked(transaction.objectStore('takePieces').getAllKeys()),
      asked(transaction.objectStore('takePieces').getAll()),
      asked(transaction.objectStore('session').get('session')),
    ])
    database.close()
    const hashOf = async (bytes: BufferSource) =>
      [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('')
    const takes = await Promise.all(
      kept.map(async ({ id, kind, entry, state, length }) => {
        const at = ids.indexOf(id)
        const arrived = pieces.filter(
          (_, i) => Array.isArray(pieceKeys[i]) && pieceKeys[i][0] === id,
        )
        return {
          ...{ id, kind, entry, state, length },
          ...(at >= 0 && { hash: await hashOf(samples[at]) }),
          pieces: arrived.reduce((sum, piece) => sum + piece.length / 2, 0),
        }
      }),
    )
    return { takes: takes.sort((a, b) => (a.id < b.id ? -1 : 1)), session }
  })
