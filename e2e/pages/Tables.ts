import { expect, type Locator, type Page } from '@playwright/test'

export type Tab = 'Positions' | 'Orders' | 'Trades' | 'Funding' | 'Insurance' | 'Events'

/** Positions, orders, trades, funding, events under the charts. */
export class Tables {
  readonly page: Page
  readonly region: Locator

  constructor(page: Page) {
    this.page = page
    this.region = page.getByRole('region', { name: 'Tables' })
  }

  async choose(tab: Tab): Promise<void> {
    await this.region.getByRole('tab', { name: tab }).click()
  }

  async counts(tab: Tab, count: number): Promise<void> {
    await expect(this.region.getByRole('tab', { name: `${tab} ${count}`, exact: true })).toBeVisible()
  }

  async chooseAccount(name: 'Yours' | 'All isolated' | 'All cross'): Promise<void> {
    await this.region.getByRole('radio', { name }).check()
  }

  /** The row of a grid that starts with a name. */
  row(name: string | RegExp): Locator {
    return this.region.getByRole('row', { name })
  }

  button(name: string | RegExp): Locator {
    return this.region.getByRole('button', { name })
  }
}
