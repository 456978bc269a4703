import { MASTERED_RATE } from '../../src/audio/master-clip'

/** kbit/s, constant; docs/AUDIO.md has the measurements. */
export const BIT_RATE = 40

/**
 * Options of ffmpeg for mastered recordings: MP3 of one channel, which every target browser plays
 * (Ogg Opus: iOS only from 18.4). With the frame that tells the length (Xing), without which WebKitGTK
 * neither knows it nor seeks, and players do not leave out what the coder puts before the sound. No tag,
 * no date and no version, so that the same sound gives the same bytes.
 */
export const MP3_OPTIONS: readonly string[] = [
  ...['-vn', '-c:a', 'libmp3lame', '-b:a', `${BIT_RATE}k`],
  ...['-ar', String(MASTERED_RATE), '-ac', '1', '-write_xing', '1', '-id3v2_version', '0'],
  ...['-write_id3v1', '0', '-map_metadata', '-1', '-map_chapters', '-1'],
  ...['-fflags', '+bitexact', '-flags:a', '+bitexact', '-f', 'mp3'],
]
