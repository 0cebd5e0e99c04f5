import { expect, type Locator, type Page } from '@playwright/test'

export type Figures = readonly [yours: string, isolated: string, cross: string]

/** The account table: one row a figure, one column an account. */
export class Account {
  readonly table: Locator

  constructor(page: Page) {
    this.table = page.getByRole('table', { name: 'Account' })
  }

  row(name: string): Locator {
    return this.table.getByRole('row').filter({ has: this.table.page().getByRole('rowheader', { name, exact: true }) })
  }

  async shows(name: string, figures: Figures): Promise<void> {
    await expect(this.row(name).getByRole('cell')).toHaveText([...figures])
  }
}
