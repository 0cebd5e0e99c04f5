import { expect, type Locator } from '@playwright/test'
import type { SimulatePage } from './SimulatePage.ts'

/** The comparison of two sets of rules. */
export class RuleDiff {
  readonly app: SimulatePage
  readonly dialog: Locator
  readonly headline: Locator
  readonly positions: Locator
  readonly rules: Locator

  constructor(app: SimulatePage) {
    this.app = app
    this.dialog = app.page.getByRole('dialog', { name: 'Compare rules' })
    this.headline = this.dialog.getByRole('status')
    this.positions = this.dialog.getByRole('table', { name: 'Positions' })
    this.rules = this.dialog.getByRole('table', { name: /rules? differs?$|rules differ$/ })
  }

  set(side: 'A' | 'B'): Locator {
    return this.dialog.getByRole('combobox', { name: new RegExp(`^${side}: rules`) })
  }

  async choose(side: 'A' | 'B', name: string): Promise<void> {
    await this.set(side).selectOption({ label: name })
    await expect(this.dialog.getByRole('progressbar')).toHaveCount(0)
  }

  rule(name: string | RegExp): Locator {
    return this.rules.getByRole('row').filter({ has: this.app.page.getByRole('rowheader', { name }) })
  }
}
