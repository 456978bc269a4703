import { describe, expect, test } from 'vitest'
import { createRouter } from '../../src/app/router'
import { createFakeNavigation } from './fixtures'

describe('the router', () => {
  test('follows links and the way back', () => {
    const navigation = createFakeNavigation('#/')
    const router = createRouter(navigation)
    navigation.press('#/library')
    expect(router.route.value.name).toBe('library')
    router.back()
    expect(router.route.value.name).toBe('home')
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
    router.redirect({ name: 'topics' })
    router.back()
    expect(router.route.value.name).toBe('home')
  })
})
