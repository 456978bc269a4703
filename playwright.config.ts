import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from './scripts/chromium'

const executablePath = findChromium()

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: '.cache/playwright',
  timeout: 30_000,
  // Service workers and quotas are timing-sensitive; two browsers at once make slow machines flaky.
  workers: 1,
  forbidOnly: process.env.CI !== undefined,
  // Sound, microphones and kills are real here, and a busy machine is late: what fails twice fails.
  retries: 1,
  reporter: [['list'], ['json', { outputFile: '.cache/playwright.json' }]],
  use: {
    browserName: 'chromium',
    headless: true,
    viewport: { width: 360, height: 640 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    serviceWorkers: 'allow',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: CHROMIUM_FLAGS,
    },
  },
})
