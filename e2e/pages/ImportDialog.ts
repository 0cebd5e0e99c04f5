import { expect, type Locator, type Page } from '@playwright/test'

/** From price files to a tape. */
export class ImportDialog {
  readonly dialog: Locator
  readonly play: Locator

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Import prices' })
    this.play = this.dialog.getByRole('button', { name: 'Play this' })
  }

  /** A line of «What was found». */
  async finds(name: string, value: string | RegExp): Promise<void> {
    const fact = this.dialog.getByRole('term').filter({ hasText: name })
    await expect(fact.locator('xpath=following-sibling::*').first()).toHaveText(value)
  }

  async show(file: string): Promise<void> {
    await this.dialog.getByRole('button', { name: `Show ${file}` }).click()
  }
}
