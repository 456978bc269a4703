import { type ReadonlySignal, signal } from '@preact/signals-core'
import { watch } from './watch'

/** What a page shows, kept up to date for as long as it is open. */
export interface View<T> {
  readonly value: ReadonlySignal<T>
  close(): void
}

/**
 * Reads again whenever a signal changes that `read` looked at before its first `await`. While it
 * reads, the last value stays; an answer that a newer reading has overtaken is dropped.
 */
export const createView = <T>(first: T, read: () => T | Promise<T>): View<T> => {
  const value = signal(first)
  let reading = 0
  const stop = watch(() => {
    const mine = ++reading
    const show = (next: T) => {
      if (mine === reading) value.value = next
    }
    const next = read()
    if (next instanceof Promise) void next.then(show)
    else show(next)
  })
  return {
    value,
    close: () => {
      reading = -1
      stop()
    },
  }
}
