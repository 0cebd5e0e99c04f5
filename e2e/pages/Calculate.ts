import { expect, type Locator, type Page } from '@playwright/test'

/** The Calculate screen: cards by their headings, fields by their labels. */
export class Calculate {
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get main(): Locator {
    return this.page.getByRole('main')
  }

  get sentence(): Locator {
    return this.page.getByRole('heading', { level: 1 })
  }

  card(title: string): CalculateCard {
    return new CalculateCard(this.page.getByRole('region', { name: title }))
  }

  get wall(): CalculateCard {
    return new CalculateCard(this.page.getByRole('region', { name: /^Lose at most|^Decide the loss/ }).first())
  }

  async visit(): Promise<void> {
    await this.page.goto('/#/calc')
    await expect(this.sentence).toContainText('Lose at most')
    await expect(this.sentence).toContainText('behind the wall at')
  }

  /** An instrument that is not in the open scenario, by the standard rules. */
  async useOwn(symbol: string, price: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Edit inputs' }).click()
    const form = this.page.getByRole('region', { name: 'Inputs', exact: true })
    await form.getByLabel('Instrument').selectOption('~own')
    await form.getByLabel('Symbol').fill(symbol)
    await form.getByLabel('Entry price').fill(price)
    await form.getByLabel('Rules').selectOption('standard')
    await this.page.getByRole('button', { name: 'Done' }).click()
  }

  async more(title: string): Promise<CalculateCard> {
    await this.page.getByRole('tab', { name: title }).click()
    return this.card(title)
  }
}

export class CalculateCard {
  readonly root: Locator

  constructor(root: Locator) {
    this.root = root
  }

  /** A given field, to be typed in. */
  field(label: string): Locator {
    return this.root.getByRole('textbox', { name: label }).first()
  }

  /** What is solved. */
  solved(label: string): Locator {
    return this.root.getByLabel(label, { exact: false }).and(this.root.locator('output')).first()
  }

  async unlock(label: string): Promise<void> {
    await this.root.getByRole('button', { name: `${label}: given. Solve for it` }).click()
  }

  async lock(label: string): Promise<void> {
    await this.root.getByRole('button', { name: `${label}: solved. Give it` }).click()
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name })
  }
}
