import { existsSync, readFileSync } from 'node:fs'
import { runStep } from './step.mjs'

/** npm's own record of what is in node_modules, written when an installation is complete. */
const INSTALLED = 'node_modules/.package-lock.json'

/** Installs what package-lock.json names, unless it is there already. False: it could not. */
export const installPackages = () => {
  if (isInstalled()) return true
  console.error('Installing packages …')
  // NODE_ENV=production would leave out the tools that build and test.
  const npm = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  const npmScript = process.env.npm_execpath
  return /\.[cm]?js$/.test(npmScript ?? '')
    ? runStep('npm ci', process.execPath, [npmScript, ...npm])
    : runStep('npm ci', process.platform === 'win32' ? 'npm.cmd' : 'npm', npm)
}

/** Every package at the version that is locked; those for other machines may be missing. */
const isInstalled = () => {
  if (!existsSync(INSTALLED)) return false
  const installed = packagesIn(INSTALLED)
  return Object.entries(packagesIn('package-lock.json')).every(
    ([path, { version, optional }]) =>
      path === '' ||
      installed[path]?.version === version ||
      (optional === true && installed[path] === undefined),
  )
}

const packagesIn = (lockFile) => JSON.parse(readFileSync(lockFile, 'utf8')).packages
