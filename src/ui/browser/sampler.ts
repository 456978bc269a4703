/** Runs beside the page, in the browser's own audio thread, of which TypeScript knows nothing. */
declare const registerProcessor: (name: string, processor: typeof Sampler) => void
declare class AudioWorkletProcessor {
  readonly port: MessagePort
}

/** Samples sent to the page at once: 23 times a second at 48 kHz. */
const BATCH = 2048

/** Hands what a microphone hears to the page. */
class Sampler extends AudioWorkletProcessor {
  private batch = new Float32Array(BATCH)
  private filled = 0

  /** Called for 128 samples a time; a microphone that was taken away gives none. */
  process(inputs: readonly (readonly Float32Array[])[]): boolean {
    const samples = inputs[0]?.[0]
    if (samples === undefined) return true
    if (this.filled + samples.length > BATCH) this.send()
    this.batch.set(samples, this.filled)
    this.filled += samples.length
    return true
  }

  private send(): void {
    this.port.postMessage(this.batch.subarray(0, this.filled), [this.batch.buffer])
    this.batch = new Float32Array(BATCH)
    this.filled = 0
  }
}

registerProcessor('sampler', Sampler)
