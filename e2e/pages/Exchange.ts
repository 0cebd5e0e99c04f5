import { expect, type Locator, type Page } from '@playwright/test'
import type { ScenarioPanel } from './ScenarioPanel.ts'

export interface Asking {
  readonly venue: string
  readonly base: string
  readonly symbols: string
  readonly from: string
  readonly to?: string
  /** Only these of what the market serves. */
  readonly series: readonly string[]
}

/** Prices from an exchange: the tab of the scenario panel. */
export class Exchange {
  readonly page: Page
  readonly panel: Locator
  readonly load: Locator
  readonly play: Locator
  readonly alert: Locator
  private readonly scenario: ScenarioPanel

  constructor(page: Page, scenario: ScenarioPanel) {
    this.page = page
    this.scenario = scenario
    this.panel = scenario.panel
    this.load = this.button('Load')
    this.play = this.button('Play these prices')
    this.alert = this.panel.getByRole('alert')
  }

  async show(): Promise<void> {
    await this.scenario.show('Exchange')
    await expect(this.load).toBeVisible()
  }

  button(name: string | RegExp): Locator {
    return this.panel.getByRole('button', { name, exact: true })
  }

  field(name: string): Locator {
    return this.panel.getByRole('textbox', { name, exact: true })
  }

  async choose(venue: string): Promise<void> {
    await this.panel.getByRole('combobox', { name: 'Exchange' }).selectOption({ label: venue })
  }

  /** Another address than the exchange's own. */
  async askAt(base: string): Promise<void> {
    const advanced = this.button('Another address, margin tiers')
    if ((await advanced.getAttribute('aria-expanded')) !== 'true') await advanced.click()
    await this.field('Ask at').fill(base)
  }

  async askFor({ venue, base, symbols, from, to, series }: Asking): Promise<void> {
    await this.choose(venue)
    await this.askAt(base)
    await this.field('Instruments').fill(symbols)
    await this.field('From').fill(from)
    if (to !== undefined) await this.field('To').fill(to)
    await this.panel.getByRole('combobox', { name: 'Bar size' }).selectOption({ label: '1 h' })
    for (const box of await this.panel.getByRole('group', { name: 'What to load' }).getByRole('checkbox').all()) {
      const name = (await box.evaluate((input) => input.closest('label')?.textContent ?? '')).trim()
      await box.setChecked(series.includes(name))
    }
  }

  /** A row of what was loaded, its cells as text. */
  async found(part: string): Promise<readonly string[]> {
    const row = this.panel.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: part, exact: true }) })
    return row.getByRole('cell').allInnerTexts()
  }
}
