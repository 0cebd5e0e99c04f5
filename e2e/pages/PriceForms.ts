import { expect, type Locator, type Page } from '@playwright/test'
import type { ScenarioPanel } from './ScenarioPanel.ts'

/** The forms of the scenario panel that make prices: their fields, their small picture, their footer. */
export class PriceForms {
  private readonly page: Page
  private readonly panel: Locator
  readonly preview: Locator
  readonly parts: Locator

  constructor(page: Page, scenario: ScenarioPanel) {
    this.page = page
    this.panel = scenario.panel
    this.preview = this.panel.getByRole('region', { name: 'How it looks' })
    this.parts = this.panel.getByRole('group', { name: 'Parts, one after the other' }).getByRole('listitem')
  }

  /** Of an instrument or a part. */
  field(group: string | RegExp, label: string): Locator {
    return this.panel.getByRole('group', { name: group, exact: true }).getByRole('textbox', { name: label })
  }

  /** What the picture says of an instrument: last, lowest, highest, volatility; once it is there and is not about to change. */
  async figures(instrument: string): Promise<readonly string[]> {
    await expect(this.preview).toHaveAttribute('aria-busy', 'false')
    const row = this.preview.getByRole('row', { name: new RegExp(`^${instrument} `) })
    return row.getByRole('cell').allTextContents()
  }

  /** A short name of the prices that are drawn: the line itself. */
  async line(): Promise<string> {
    await expect(this.preview).toHaveAttribute('aria-busy', 'false')
    return (await this.preview.getByRole('img').locator('path').last().getAttribute('d')) ?? ''
  }

  async start(name: string): Promise<void> {
    await this.panel.getByRole('button', { name, exact: true }).click()
    await expect(this.panel).toBeHidden()
  }

  /** By Tab alone, as one without a mouse would get there. */
  async tabTo(name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    for (let presses = 0; presses < 80; presses += 1) {
      await this.page.keyboard.press(key)
      const focused = await this.page.evaluate(() => {
        const element = document.activeElement
        const labelled = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels?.[0]?.textContent : undefined
        return element?.getAttribute('aria-label') ?? labelled ?? element?.textContent ?? ''
      })
      if (focused.trim() === name) return
    }
    throw new Error(`${name} was not reached by ${key}`)
  }
}
