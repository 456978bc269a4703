import type { LanguageCode } from '../lexicon/ids'
import { err, ok } from '../lexicon/result'
import { createMemoryPacks } from './memory'
import type { InstalledPack, PackStore } from './store'
import type { StoreError } from './store-error'

/**
 * The device's packs, with memory beside them for what the device cannot keep. A `keep` that fails
 * still says so, but what it was given is served until the page closes: with a full disk the
 * dictionary works, it is only not there tomorrow.
 */
export function spillToMemory(device: PackStore): PackStore {
  const memory = createMemoryPacks()
  /** Heads of which memory holds something, and why the device could not keep it. */
  const faults = new Map<string, StoreError>()
  const keyOf = (language: LanguageCode, head: string) => `${language} ${head}`

  const installedIn = async (packs: PackStore, language: LanguageCode) => {
    const list = await packs.list()
    return list.ok ? list.value.find((pack) => pack.language === language) : undefined
  }
  const forget = (language: LanguageCode) => {
    for (const key of [...faults.keys()])
      if (key.startsWith(keyOf(language, ''))) faults.delete(key)
  }

  return {
    async list() {
      const kept = await device.list()
      const held = await memory.list()
      if (!held.ok || held.value.length === 0) return kept
      const onDevice = kept.ok ? kept.value : []
      const isHeld = ({ language }: InstalledPack) =>
        held.value.some((pack) => pack.language === language)
      return ok([
        ...onDevice.filter((pack) => !isHeld(pack)),
        ...held.value.map((pack) =>
          joined(
            onDevice.find(({ language }) => language === pack.language),
            pack,
          ),
        ),
      ])
    },

    async read(language, names) {
      const held = await installedIn(memory, language)
      if (held === undefined) return device.read(language, names)
      const fromMemory = await memory.read(language, names)
      const kept = await installedIn(device, language)
      if (!fromMemory.ok || kept?.head !== held.head) return fromMemory
      const fromDevice = await device.read(language, names)
      if (!fromDevice.ok) return fromMemory
      return ok(new Map([...fromDevice.value, ...fromMemory.value]))
    },

    async keep(language, headBytes, head, release, sections) {
      // Once some of a head is in memory all that follows joins it: the device may never install it.
      let fault = faults.get(keyOf(language, head))
      if (fault === undefined) {
        const kept = await device.keep(language, headBytes, head, release, sections)
        if (kept.ok) return kept
        fault = kept.error
        faults.set(keyOf(language, head), fault)
      }
      await memory.keep(language, headBytes, head, release, sections)
      if ((await installedIn(device, language))?.head === head) await memory.replace(language, head)
      return err(fault)
    },

    async waiting(language, head) {
      const kept = await device.waiting(language, head)
      const held = await memory.waiting(language, head)
      if (!held.ok || held.value.length === 0) return kept
      return ok([...new Set([...(kept.ok ? kept.value : []), ...held.value])])
    },

    async replace(language, head) {
      const onDevice = await device.replace(language, head)
      const fault = faults.get(keyOf(language, head))
      if (fault === undefined && !onDevice.ok) return onDevice
      forget(language)
      if (fault === undefined) return memory.remove(language)
      faults.set(keyOf(language, head), fault)
      return memory.replace(language, head)
    },

    async remove(language, tier) {
      await memory.remove(language, tier)
      if (tier === undefined || tier === 'first') forget(language)
      return device.remove(language, tier)
    },
  }
}

/** What memory holds of a pack, with the sections of the same head that are on the device. */
function joined(kept: InstalledPack | undefined, held: InstalledPack): InstalledPack {
  if (kept?.head !== held.head) return held
  return {
    ...held,
    sections: [...new Set([...kept.sections, ...held.sections])],
    bytes: kept.bytes + held.bytes - held.headBytes.length,
  }
}
