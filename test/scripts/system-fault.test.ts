import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { systemFault } from '../../scripts/system-fault'

const folder = mkdtempSync(join(tmpdir(), 'rong-fault-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('systemFault', () => {
  test('says where and what to do', () => {
    const full = Object.assign(new Error('x'), { code: 'ENOSPC', path: 'a.wav', dest: 'b/a.wav' })
    expect(systemFault(full)?.en).toMatch(/^b\/a\.wav: the disk is full\. Make room/)
    expect(systemFault(Object.assign(new Error('x'), { code: 'EBUSY' }))?.vi).toContain('Excel')
    let fault: unknown
    try {
      readFileSync(folder)
    } catch (error) {
      fault = error
    }
    expect(systemFault(fault)?.en).toContain('a folder where a file should be')
  })

  test('leaves bugs alone', () => {
    expect(systemFault(new RangeError('x'))).toBeUndefined()
    expect(systemFault(Object.assign(new Error('x'), { code: 'ERR_INVALID' }))).toBeUndefined()
  })
})
