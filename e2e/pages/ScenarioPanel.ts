import { expect, type Locator, type Page } from '@playwright/test'

export interface Upload {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

type Section = 'Examples' | 'Crises' | 'Model' | 'Script' | 'Vary' | 'Real' | 'Files' | 'Exchange' | 'Draw' | 'Rules' | 'Settings'

/** The chip in the header and the panel under it. */
export class ScenarioPanel {
  readonly page: Page
  readonly chip: Locator
  readonly panel: Locator

  constructor(page: Page) {
    this.page = page
    this.chip = page.getByRole('banner').getByRole('button', { name: /^Scenario/ })
    this.panel = page.getByRole('dialog', { name: 'Scenario', exact: true })
  }

  async show(section?: Section): Promise<void> {
    if (!(await this.panel.isVisible())) await this.chip.click()
    await expect(this.panel.getByRole('tablist')).toBeVisible()
    if (section !== undefined) await this.panel.getByRole('tab', { name: section, exact: true }).click()
  }

  /** Open…, and the browser's file dialog. */
  async openFile(file: Upload): Promise<void> {
    await this.show()
    const chooser = this.page.waitForEvent('filechooser')
    await this.panel.getByRole('button', { name: 'Open…' }).click()
    await (await chooser).setFiles(file)
  }

  async saveAsText(): Promise<{ readonly name: string; readonly text: string }> {
    await this.show()
    const saving = this.page.waitForEvent('download')
    await this.panel.getByRole('button', { name: 'Save as JSON' }).click()
    const download = await saving
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk as Buffer))
    return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString('utf8') }
  }
}
