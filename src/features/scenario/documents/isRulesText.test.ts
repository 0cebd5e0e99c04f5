import { expect, it } from 'vitest'
import { isRulesText } from './isRulesText.ts'

it('tells rules from scenarios by what they state', () => {
  expect(isRulesText('{"schema": 1, "extends": "standard"}')).toBe(true)
  expect(isRulesText('{"schema": 1, "tiers": {}}')).toBe(true)
  expect(isRulesText('{"schema": 1, "tape": {}, "rules": {"extends": "standard"}}')).toBe(false)
  expect(isRulesText('{"schema": 1, "extends": "standard"')).toBe(false)
  expect(isRulesText('null')).toBe(false)
})
