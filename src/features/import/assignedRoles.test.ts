import { describe, expect, it } from 'vitest'
import { assignedRoles } from './assignedRoles.ts'

describe('roles of columns', () => {
  it('exchange where another column had the role', () => {
    expect(assignedRoles(['time', 'open', 'close'], 1, 'close')).toEqual(['time', 'close', 'open'])
  })
  it('may be unused any number of times', () => {
    expect(assignedRoles(['time', 'ignored', 'close'], 0, 'ignored')).toEqual(['ignored', 'ignored', 'close'])
  })
})
