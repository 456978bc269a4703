import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listLanguages, readDataFolder } from '../../scripts/files'
import { readTables } from '../../src/formats/tables'
import { transcriptionSigns } from '../../src/text/transcription'
import { enSounds } from '../../src/ui/locales/en-sounds'
import { viSounds } from '../../src/ui/locales/vi-sounds'
import { SCREENS } from '../../src/ui/screens/index'

const UI = join(import.meta.dirname, '../../src/ui')

describe('screens', () => {
  test('are the files of the folder, each named for its page', () => {
    const files = readdirSync(join(UI, 'screens')).filter((file) => file !== 'index.ts')
    // `clip-review` is ClipReview.tsx.
    const names = [...Object.keys(SCREENS), 'home'].map(
      (name) => `${name.replace(/(^|-)(.)/g, (_, _dash, letter) => letter.toUpperCase())}.tsx`,
    )
    expect(files.sort()).toEqual(names.sort())
  })
})

describe('components', () => {
  const files = ['about', 'clip-review', 'entry', 'parts', 'recording', 'screens'].flatMap(
    (folder) => readdirSync(join(UI, folder)).map((file) => join(UI, folder, file)),
  )

  test.each(files.filter((file) => file.endsWith('.tsx')))('%s is short', (file) => {
    expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThanOrEqual(130)
  })
})

describe('the key to transcriptions', () => {
  test('explains the same signs in both languages', () => {
    expect(Object.keys(enSounds).sort()).toEqual(Object.keys(viSounds).sort())
  })

  const data = join(import.meta.dirname, '../../data')
  test.skipIf(!existsSync(data))('explains every sign that occurs in the data', () => {
    const signs = new Set<string>()
    for (const language of listLanguages(data)) {
      const { lexicon } = readTables(readDataFolder(data, language).files, language)
      for (const { value } of lexicon?.forms ?? [])
        if (value.kind === 'transcription')
          for (const sign of transcriptionSigns(value.text)) signs.add(sign)
    }
    expect([...signs].filter((sign) => viSounds[sign] === undefined)).toEqual([])
  })
})
