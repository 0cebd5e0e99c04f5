import { describe, expect, it } from 'vitest'
import { parseRoute, routeBeside, routePath } from './route.ts'

describe('the address of a screen', () => {
  it('goes there and back', () => {
    for (const screen of ['simulate', 'calculate', 'report'] as const) expect(parseRoute(routePath(screen)).screen).toBe(screen)
  })

  it('carries parameters, a question mark in them included', () => {
    const { screen, params } = parseRoute('#/calc?s=1.ab-c_d&why=a?b')
    expect([screen, params.get('s'), params.get('why')]).toEqual(['calculate', '1.ab-c_d', 'a?b'])
  })

  it('of another screen keeps what came by a link', () => {
    expect([routeBeside('calculate', '#/sim?s=1.ab-c_d'), routeBeside('report', '#/sim')]).toEqual(['#/calc?s=1.ab-c_d', '#/report'])
  })

  it.each(['', '#', '#/', '#/nowhere', '#calc', '#__proto__', '#/sim/../calc'])('shows Simulate for %j', (hash) => {
    expect(parseRoute(hash).screen).toBe('simulate')
  })
})
