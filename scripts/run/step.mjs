import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * Runs a program and waits for it. It gets no standard input and writes its output to standard
 * error, so that what a command prints to standard output is its own. Says so when it fails.
 */
export const runStep = (title, program, args, env = {}) => {
  const { status, error } = spawnSync(program, args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...env },
  })
  if (status === 0) return true
  console.error(`${title}: failed (${error?.message ?? `exit ${status}`})`)
  return false
}

/** The same for the command-line program of a package in node_modules. */
export const runTool = (title, tool, args, env) =>
  runStep(title, process.execPath, [join('node_modules', tool), ...args], env)
