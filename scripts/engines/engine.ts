/** A browser engine other than the one the test suite uses. */
export interface Engine {
  readonly name: string
  /** How to get it: one line for Debian and Ubuntu. */
  readonly remedy: string
  /** Undefined: it is not installed here. */
  open(): Promise<EngineTab | undefined>
}

/** One tab, with nothing kept from before. */
export interface EngineTab {
  goto(address: string): Promise<void>
  reload(): Promise<void>
  /** The value of an expression of JavaScript; one that is promised is waited for. */
  evaluate(expression: string): Promise<unknown>
  close(): Promise<void>
}
