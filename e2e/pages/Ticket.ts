import { expect, type Locator, type Page } from '@playwright/test'

export type OrderType = 'Market' | 'Limit' | 'Stop' | 'Stop limit' | 'Trailing'

/** The order ticket: a column on a wide screen, a sheet on a phone. */
export class Ticket {
  readonly page: Page
  readonly form: Locator
  readonly size: Locator
  readonly buy: Locator
  readonly sell: Locator
  readonly takeProfit: Locator
  readonly stopLoss: Locator
  readonly summary: Locator

  constructor(page: Page) {
    this.page = page
    this.form = page.getByRole('form', { name: 'Ticket' })
    this.size = this.form.getByRole('textbox', { name: 'Size' })
    this.buy = this.form.getByRole('button', { name: 'Buy / Long' })
    this.sell = this.form.getByRole('button', { name: 'Sell / Short' })
    this.takeProfit = this.form.getByRole('textbox', { name: 'Take profit' })
    this.stopLoss = this.form.getByRole('textbox', { name: 'Stop loss' })
    this.summary = this.form.getByRole('table', { name: 'What the order would be' })
  }

  async chooseMarket(symbol: string): Promise<void> {
    await this.page.getByRole('region', { name: 'Market' }).getByRole('button').click()
    await this.page.getByRole('menuitemradio', { name: symbol }).click()
  }

  async chooseMode(mode: 'Isolated' | 'Cross' | 'Bucket'): Promise<void> {
    await this.form.getByRole('radio', { name: mode }).check()
  }

  async chooseType(type: OrderType): Promise<void> {
    await this.form.getByRole('tab', { name: type, exact: true }).click()
  }

  async setLeverage(leverage: number): Promise<void> {
    await this.form.getByRole('button', { name: /^[\d.]+x$/ }).click()
    const field = this.page.getByRole('textbox', { name: 'Leverage' })
    await field.fill(String(leverage))
    await this.page.keyboard.press('Escape')
    await expect(this.form.getByRole('button', { name: `${leverage}x`, exact: true })).toBeVisible()
  }

  async protect(levels: { readonly takeProfit?: string; readonly stopLoss?: string }): Promise<void> {
    await this.form.getByRole('checkbox', { name: 'TP/SL' }).check()
    if (levels.takeProfit !== undefined) await this.takeProfit.fill(levels.takeProfit)
    if (levels.stopLoss !== undefined) await this.stopLoss.fill(levels.stopLoss)
  }

  price(label: 'Limit price' | 'Trigger price'): Locator {
    return this.form.getByRole('textbox', { name: label })
  }

  /** One figure of the order, if long and if short. */
  async shows(name: string, [long, short]: readonly [long: string | RegExp, short: string | RegExp]): Promise<void> {
    const row = this.summary.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name }) })
    await expect(row.getByRole('cell')).toHaveText([long, short])
  }

  /** Old → new in the table under the summary. */
  change(name: string | RegExp): Locator {
    return this.form.getByRole('table', { name: 'Before and after the order' }).getByRole('row').filter({ has: this.page.getByRole('rowheader', { name }) })
  }
}
