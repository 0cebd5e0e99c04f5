import { expect, it } from 'vitest'
import { daysSince } from './age.ts'

it('counts whole days from the day of the data', () => {
  // 24 October 2024 to 22 November 2026: 365 to 24 October 2025, 365 to 24 October 2026, 29 more.
  expect(daysSince('2024-10-24', Date.UTC(2026, 10, 22, 12))).toBe(759)
  expect(daysSince('2026-11-22', Date.UTC(2026, 10, 22, 23, 59))).toBe(0)
  expect(daysSince('2026-11-23', Date.UTC(2026, 10, 22))).toBe(0)
  expect(daysSince('soon', Date.UTC(2026, 10, 22))).toBeUndefined()
})
