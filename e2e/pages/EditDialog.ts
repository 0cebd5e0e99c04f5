import { expect, type Locator, type Page } from '@playwright/test'

/** A dialog on a position: margin, leverage, pool, protection, close, reverse. */
export class EditDialog {
  readonly dialog: Locator

  constructor(page: Page, title: string | RegExp) {
    this.dialog = page.getByRole('dialog', { name: title })
  }

  field(name: string): Locator {
    return this.dialog.getByRole('textbox', { name })
  }

  button(name: string | RegExp): Locator {
    return this.dialog.getByRole('button', { name })
  }

  /** A figure before and after. */
  async changes(name: string, from: string, to: string): Promise<void> {
    const row = this.dialog.getByRole('row').filter({ has: this.dialog.page().getByRole('rowheader', { name }) })
    await expect(row.first().getByRole('cell')).toHaveText(new RegExp(`^${escaped(from)}\\s*becomes\\s*${escaped(to)}$`))
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
