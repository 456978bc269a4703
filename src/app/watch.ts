import { effect } from '@preact/signals-core'

/** Runs now, and again whenever a signal changes that it read; what it returns ends it. */
export const watch = (run: () => void): (() => void) => effect(run)
