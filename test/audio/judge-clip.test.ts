import { describe, expect, test } from 'vitest'
import { judgeClip } from '../../src/audio/judge-clip'
import type { Pcm } from '../../src/audio/pcm'
import { findSpeech } from '../../src/audio/speech'
import { inRoom, RATE, voice } from './sounds'

const faultsOf = (pcm: Pcm) => judgeClip(pcm, findSpeech(pcm))
const good = inRoom([0.5, voice(0.5, -20), 0.5])

describe('judgeClip', () => {
  test('finds nothing wrong with a good recording', () => {
    expect(faultsOf(good)).toEqual([])
    expect(faultsOf(inRoom([0.5, voice(0.1, -12), 0.5]))).toEqual([])
  })

  test('hears nobody', () => {
    expect(faultsOf({ samples: new Float32Array(RATE), rate: RATE })).toEqual(['silent'])
  })

  test('hears what was too loud for the microphone, not a loud word', () => {
    const clipped = good.samples.map((sample) => Math.max(-1, Math.min(1, sample * 20)))
    expect(faultsOf({ samples: clipped, rate: RATE })).toEqual(['clipped'])
    const loud = inRoom([0.5, voice(0.5, -6), 0.5])
    const peak = Math.max(...loud.samples)
    const full = loud.samples.map((sample) => sample / peak)
    expect(faultsOf({ samples: full, rate: RATE })).toEqual([])
  })

  test('hears what is too quiet, and a loud room', () => {
    expect(faultsOf(inRoom([0.5, voice(0.5, -48), 0.5], -80))).toEqual(['too-quiet'])
    expect(faultsOf(inRoom([0.5, voice(0.5, -20), 0.5], -32))).toEqual(['noisy'])
  })

  test('hears what is more than a word', () => {
    expect(faultsOf(inRoom([0.3, voice(4.5, -20), 0.3]))).toEqual(['too-long'])
    const twice = inRoom([0.3, voice(0.3, -20), 0.6, voice(0.3, -20), 0.3])
    expect(faultsOf(twice)).toEqual(['several-words'])
    const closure = inRoom([0.3, voice(0.3, -20), 0.2, voice(0.3, -20), 0.3])
    expect(faultsOf(closure)).toEqual([])
  })

  test('hears what begins or ends outside', () => {
    expect(faultsOf(inRoom([voice(0.5, -20), 0.5]))).toEqual(['cut-off'])
    expect(faultsOf(inRoom([0.5, voice(0.5, -20)]))).toEqual(['cut-off'])
  })

  test('minds how often the sound was measured', () => {
    expect(faultsOf(inRoom([0.5, voice(0.5, -20, 8000), 0.5], -70, 8000))).toEqual(['low-rate'])
  })
})
