import { type Locator, type Page } from '@playwright/test'
import type { Upload } from './ScenarioPanel.ts'

/** From price files to a tape. */
export class ImportDialog {
  readonly page: Page
  readonly dialog: Locator
  readonly play: Locator
  readonly files: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: 'Import prices' })
    this.play = this.dialog.getByRole('button', { name: 'Play this' })
    this.files = this.dialog.getByRole('list', { name: 'Files' }).getByRole('listitem')
  }

  /** Add files…, while the dialog is open. */
  async add(files: readonly Upload[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.dialog.getByRole('button', { name: 'Add files…' }).click()
    await (await chooser).setFiles([...files])
  }

  section(title: string): Locator {
    return this.dialog.getByRole('heading', { name: title })
  }
}
