import { describe, expect, test } from 'vitest'
import { createRouter, isFirstPage } from '../../src/app/router'
import { parseRoute } from '../../src/app/routes'
import { createFakeNavigation } from './fixtures'

describe('the router', () => {
  test('follows links and the way back', () => {
    const navigation = createFakeNavigation('#/')
    const router = createRouter(navigation)
    navigation.press('#/library')
    expect(router.hash.value).toBe('#/library')
    router.back()
    expect(router.hash.value).toBe('#/')
  })

  test('finds the query again after the way back', () => {
    const navigation = createFakeNavigation('#/')
    const router = createRouter(navigation)
    router.remember({ query: 'chim' })
    router.remember({ scroll: 120 })
    navigation.press('#/e/ba-na/bn-00001')
    expect(router.memory()).toEqual({})
    router.back()
    expect(router.memory()).toEqual({ query: 'chim', scroll: 120 })
  })

  test('puts a successor in the place of a retired page', () => {
    const navigation = createFakeNavigation('#/')
    const router = createRouter(navigation)
    navigation.press('#/topics/old')
    router.redirect('#/topics')
    router.back()
    expect(router.hash.value).toBe('#/')
  })
})

test.each([
  ['', true],
  ['#', true],
  ['#/', true],
  ['#/?from=share', true],
  ['#/library', false],
  ['#//', false],
])('isFirstPage(%s) is %s', (hash, isFirst) => {
  expect(isFirstPage(hash)).toBe(isFirst)
  expect(parseRoute(hash).name === 'home').toBe(isFirst)
})
