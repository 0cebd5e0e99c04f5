import { expect, it } from 'vitest'
import { duration, utcDate, utcDateTime, utcTime } from './timeFormats.ts'

const crash = Date.UTC(2025, 9, 10, 21, 14, 5)

it('writes UTC', () => {
  expect([utcDate(crash), utcTime(crash), utcTime(crash, { seconds: true }), utcDateTime(crash)])
    .toEqual(['2025-10-10', '21:14', '21:14:05', '2025-10-10 21:14 UTC'])
})

it('writes the two largest units of a duration', () => {
  expect([350, 4200, 45_000, 750_000, 3_600_000, 11_100_000, 187_200_000, -5000].map(duration))
    .toEqual(['350 ms', '4.2 s', '45 s', '12 min 30 s', '1 h', '3 h 5 min', '2 d 4 h', '\u22125 s'])
})
