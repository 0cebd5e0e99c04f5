import { expect, type Locator, type Page } from '@playwright/test'

/** The report on a liquidation. */
export class Incident {
  readonly region: Locator

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Incident' })
  }

  heading(name: string | RegExp): Locator {
    return this.region.getByRole('heading', { name })
  }

  /** A line of «Where the money went». */
  async books(name: string, amount: string): Promise<void> {
    const table = this.region.getByRole('table', { name: 'Where the money went' })
    const row = table.getByRole('row').filter({ has: table.page().getByRole('rowheader', { name }) })
    await expect(row.getByRole('cell')).toHaveText(amount)
  }

  async press(name: 'Continue' | 'Close' | 'Rewind 10 bars' | 'Full report'): Promise<void> {
    await this.region.getByRole('button', { name }).click()
  }
}
