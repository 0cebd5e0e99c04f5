import { expect, type Locator, type Page } from '@playwright/test'
import { Account } from './Account.ts'
import { EditDialog } from './EditDialog.ts'
import { ImportDialog } from './ImportDialog.ts'
import { Incident } from './Incident.ts'
import { ScenarioPanel, type Upload } from './ScenarioPanel.ts'
import { Tables } from './Tables.ts'
import { Ticket } from './Ticket.ts'
import { Transport } from './Transport.ts'

/** The whole page, found as a reader of it would: by roles and names. */
export class SimulatePage {
  readonly page: Page
  /** The sentence over the charts. */
  readonly headline: Locator
  readonly account: Account
  readonly ticket: Ticket
  readonly tables: Tables
  readonly transport: Transport
  readonly incident: Incident
  readonly scenario: ScenarioPanel
  readonly importing: ImportDialog
  readonly undo: Locator
  readonly redo: Locator
  readonly messages: Locator
  readonly saved: Locator

  constructor(page: Page) {
    this.page = page
    this.headline = page.getByRole('heading', { level: 1 })
    this.account = new Account(page)
    this.ticket = new Ticket(page)
    this.tables = new Tables(page)
    this.transport = new Transport(page)
    this.incident = new Incident(page)
    this.scenario = new ScenarioPanel(page)
    this.importing = new ImportDialog(page)
    this.undo = page.getByRole('banner').getByRole('button', { name: 'Undo' })
    this.redo = page.getByRole('banner').getByRole('button', { name: 'Redo' })
    this.messages = page.getByRole('status', { name: 'Messages' })
    this.saved = page.getByRole('banner').getByText('Saved in this browser')
  }

  /** A visit; it is over when the transport stands where it should. */
  async visit(): Promise<void> {
    await this.page.goto('/')
    await this.transport.group.waitFor()
  }

  /** The first visit with reduced motion: scenario A at its end. */
  async visitAtEnd(): Promise<void> {
    await this.visit()
    await this.transport.isAt(120, 120)
  }

  /** Opens a scenario document the way a user does: from a file. */
  async open(document: object, name = 'test.scenario.json'): Promise<void> {
    await this.scenario.openFile({ name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(document)) })
    await expect(this.messages).toContainText(`“${name}” is open.`)
    await this.messages.getByRole('button', { name: 'Dismiss' }).last().click()
  }

  /** Brings price files the way a user does: Scenario, File, Choose files…, and waits until they are read. */
  async importFiles(files: string | readonly Upload[]): Promise<void> {
    await this.scenario.show('Files')
    const chooser = this.page.waitForEvent('filechooser')
    await this.scenario.panel.getByRole('button', { name: 'Choose files…' }).click()
    const picker = await chooser
    // `setFiles` gets past what a picker greys out for a person.
    const known = (await picker.element().getAttribute('accept')) ?? ''
    for (const name of typeof files === 'string' ? [files] : files.map((file) => file.name)) expect(known.split(',')).toContain(name.slice(name.lastIndexOf('.')))
    await picker.setFiles(typeof files === 'string' ? files : [...files])
    await expect(this.importing.dialog).toBeVisible()
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name })
  }

  /** Beside an incident, account and ticket are one tab away. */
  sideTab(name: 'Incident' | 'Account and ticket'): Locator {
    return this.page.getByRole('tablist', { name: 'Right column' }).getByRole('tab', { name })
  }

  edit(title: string | RegExp): EditDialog {
    return new EditDialog(this.page, title)
  }
}
