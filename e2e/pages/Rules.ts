import { expect, type Locator, type Page } from '@playwright/test'
import type { SimulatePage } from './SimulatePage.ts'

/** The tab of rules in the scenario panel, and the editor it opens. */
export class Rules {
  readonly page: Page
  readonly app: SimulatePage
  readonly panel: Locator
  readonly editor: Locator

  constructor(app: SimulatePage) {
    this.app = app
    this.page = app.page
    this.panel = app.scenario.panel
    this.editor = app.page.getByRole('dialog', { name: 'Edit rules' })
  }

  async choose(name: string): Promise<void> {
    await this.app.scenario.show('Rules')
    const list = this.panel.getByRole('combobox', { name: 'Set of rules' })
    const option = list.getByRole('option', { name: new RegExp(`^${name}(?: \\(in use\\))?$`) })
    await list.selectOption((await option.getAttribute('value')) ?? name)
  }

  async copy(name: string): Promise<void> {
    await this.choose(name)
    await this.panel.getByRole('button', { name: 'Copy and edit' }).click()
    await expect(this.editor.getByRole('tab', { name: 'Tiers' })).toBeVisible()
  }

  async table(name: string): Promise<void> {
    await this.editor.getByRole('combobox', { name: 'Table of' }).selectOption({ label: name })
  }

  cell(column: string, row: number): Locator {
    return this.editor.getByRole('textbox', { name: `${column}, row ${row}`, exact: true })
  }

  button(name: string | RegExp): Locator {
    return this.editor.getByRole('button', { name })
  }

  /** What a button saves as a file. */
  async file(press: () => Promise<void>): Promise<{ readonly name: string; readonly text: string }> {
    const saving = this.page.waitForEvent('download')
    await press()
    const download = await saving
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk as Buffer))
    return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString('utf8') }
  }

  async import(name: string, text: string): Promise<void> {
    await this.app.scenario.show('Rules')
    const chooser = this.page.waitForEvent('filechooser')
    await this.panel.getByRole('button', { name: 'Import rules…' }).click()
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
  }
}
