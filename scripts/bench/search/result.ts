/** What one engine did on one corpus. Times in milliseconds, bytes as they are. */
export interface EngineResult {
  readonly id: string
  readonly label: string
  readonly corpus: string
  /** Why it was not measured to the end, in words; the rest is missing then. */
  readonly failed?: string
  readonly built?: BuiltResult
  readonly loaded?: LoadedResult
  readonly asked?: AskedResult
}

export interface BuiltResult {
  readonly ms: number
  readonly raw: number
  readonly gzip: number
  readonly brotli: number
}

export interface LoadedResult {
  /** From bytes in memory to an answer of each field. */
  readonly firstAnswerMs: number
  /** What the engine holds after that, with the index bytes it keeps, without those of entries. */
  readonly heap: number
}

export interface Times {
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

export interface SetResult extends Times {
  readonly queries: number
  /** Shares from 0 to 1. */
  readonly successAt1: number
  readonly successAt5: number
  readonly mrr: number
}

export interface AskedResult {
  readonly sets: Readonly<Record<string, SetResult>>
  readonly keystroke: Times
  /** Of the time that asking took, the share that a processor was had: below 1, others were at work. */
  readonly processor: number
}
