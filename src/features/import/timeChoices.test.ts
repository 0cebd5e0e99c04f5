import { describe, expect, it } from 'vitest'
import { TIME_CHOICES, timeChoiceOf, timeFormatOf, ZONE_CHOICES } from './timeChoices.ts'

describe('ways to write a time', () => {
  it('are found again from the mapping they make', () => {
    for (const { value } of TIME_CHOICES) expect(timeChoiceOf(timeFormatOf(value))).toBe(value)
  })
  it('have a zone in plain hours and minutes', () => {
    expect(ZONE_CHOICES.find(({ value }) => value === '-210')?.label).toBe('UTC−03:30')
    expect(ZONE_CHOICES.find(({ value }) => value === '345')?.label).toBe('UTC+05:45')
  })
})
