import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasFfmpeg } from '../audio/ffmpeg'
import { measureDevice } from './audio/device'
import { measureMastering } from './audio/mastering'
import type { Measurement } from './measurement'

/** Recordings are generated; what they sound like matters less than how unlike they are. */
export const audio: Measurement = {
  title:
    '200 recordings, six formats, 39 dB apart, mastered; 5,000 of them stored and played in Chromium',
  missing: async () =>
    (await hasFfmpeg())
      ? undefined
      : 'sudo apt-get install -y --no-install-recommends ffmpeg espeak-ng',
  async measure({ runs, atEnd }) {
    const folder = mkdtempSync(join(tmpdir(), 'rong-bench-'))
    atEnd(async () => rmSync(folder, { recursive: true, force: true }))
    const { language, figures, clips } = await measureMastering(folder, runs)
    return [...figures, ...(await measureDevice(clips, language, { folder, runs, atEnd }))]
  },
}
