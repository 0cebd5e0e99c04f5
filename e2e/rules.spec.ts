import { expect, test } from './fixtures.ts'
import { Rules } from './pages/Rules.ts'
import { scan } from './pages/scan.ts'
import { SimulatePage } from './pages/SimulatePage.ts'

const BTC = 'BTCUSDT and BTC-PERP'

test('a product team lowers a venue’s leverage, widens a tier, and hands the rules on as a file', async ({ app, browser, contextOptions, baseURL }) => {
  await app.visitAtEnd()
  const rules = new Rules(app)
  await rules.choose('Binance USD-M')
  // Its tables are of 24 October 2024.
  await expect(rules.panel).toContainText(/Data of 2024-10-24, \d{3,4} days old/)
  await expect(rules.panel).toContainText('more than 180')
  await rules.copy('Binance USD-M')
  await expect(rules.editor).toContainText('No changes from Binance USD-M 2024-10-24')

  // 125x to 20x, told before it is done.
  await rules.table(BTC)
  await rules.button('Maximum leverage…').click()
  await expect(rules.editor.getByRole('textbox', { name: 'No tier allows more than' })).toBeFocused()
  await rules.editor.getByRole('textbox', { name: 'No tier allows more than' }).fill('20')
  const told = rules.editor.getByRole('region', { name: 'Maximum leverage' })
  await expect(told.getByText(`${BTC}, row 1`, { exact: true })).toBeVisible()
  await expect(told).toContainText(/125x\s*becomes\s*20x/)
  await rules.button(/^Change \d+ tiers$/).press('Enter')
  await expect(rules.button('Maximum leverage…')).toBeFocused()
  await expect(rules.cell('Max leverage', 1)).toHaveValue('20')
  await expect(rules.cell('Max leverage', 1)).toHaveAccessibleDescription(/was 125/)

  // The second tier ends at 1,000,000 instead of 600,000, and the third begins there.
  await rules.cell('Up to', 2).fill('1000000')
  await expect(rules.cell('From', 3)).toHaveValue('1000000')
  // Below: 1,000,000 · 0.5 % − 50 = 4,950; above: 1,000,000 · 0.65 % − 950 = 5,550.
  await expect(rules.editor).toContainText('At 1,000,000 the requirement jumps from 4,950 to 5,550, by +600.00.')
  await rules.button('Compute amounts that make it continuous').click()
  // 50 + 1,000,000 · (0.65 % − 0.5 %), and with it every amount above: 1,550 + 3,000,000 · (1 % − 0.65 %).
  await expect(rules.cell('Amount', 3)).toHaveValue('1,550')
  await expect(rules.cell('Amount', 4)).toHaveValue('12,050')
  await expect(rules.editor).not.toContainText('the requirement jumps')

  await rules.editor.getByRole('tab', { name: 'Changes' }).click()
  const changes = rules.editor.getByRole('tabpanel', { name: /Changes/ })
  await expect(changes.getByText(`${BTC}, row 2, up to`)).toBeVisible()
  await expect(changes).toContainText(/600,000\s*becomes\s*1,000,000/)

  await rules.editor.getByRole('textbox', { name: 'Name' }).fill('Binance at 20x')
  await rules.button('Save and use').click()
  await expect(rules.editor).toHaveCount(0)
  await expect(app.messages).toContainText('Played by “Binance at 20x” now; 3 trades were played again.')
  await expect(app.scenario.chip).toContainText('Binance at 20x')

  await app.scenario.show('Rules')
  await expect(rules.panel.getByRole('combobox', { name: 'Set of rules' })).toHaveValue('saved:binance-usdm-edited')
  const file = await rules.file(() => rules.panel.getByRole('button', { name: 'Export' }).click())
  expect(file.name).toBe('binance-at-20x.rules.json')
  expect(JSON.parse(file.text)).toMatchObject({ schema: 1, id: 'binance-usdm-edited', name: 'Binance at 20x', date: '2024-10-24' })

  // Somebody else, who has nothing of it.
  const elsewhere = await browser.newContext({ ...contextOptions, ...(baseURL === undefined ? {} : { baseURL }) })
  const other = new SimulatePage(await elsewhere.newPage())
  await other.visitAtEnd()
  const theirs = new Rules(other)
  await theirs.import(file.name, file.text)
  await expect(other.messages).toContainText('“Binance at 20x” is among your own rules.')
  await theirs.panel.getByRole('button', { name: 'Use these rules' }).click()
  await expect(other.scenario.chip).toContainText('Binance at 20x')
  await other.page.keyboard.press('Escape')
  await other.ticket.chooseMarket('BTC')
  await expect(other.page.getByText(/Max leverage\s*20x/).first()).toBeVisible()
  // Kept over a reload, and one step of Undo.
  await expect(other.saved).toBeVisible()
  await other.page.reload()
  await other.transport.group.waitFor()
  await other.scenario.show('Rules')
  await expect(theirs.panel.getByRole('combobox', { name: 'Set of rules' })).toHaveValue('saved:binance-usdm-edited')
  // Against the set it was copied from, which the file's id names.
  await theirs.panel.getByRole('button', { name: 'Edit' }).click()
  await expect(theirs.editor).toContainText(/\d+ changes from Binance USD-M 2024-10-24/)
  await elsewhere.close()

  await app.page.keyboard.press('Escape')
  await app.undo.click()
  await expect(app.scenario.chip).toContainText('Plain')
})

test('a table is pasted from a spreadsheet, asked about where it is open, and put in place', async ({ app }) => {
  await app.visitAtEnd()
  const rules = new Rules(app)
  await rules.copy('Plain')
  await rules.button('Paste a table…').click()
  const text = rules.editor.getByRole('textbox', { name: 'Table as text' })
  await text.fill('Stufe;Bis;MMR;Hebel\n1;50.000;0,4 %;125x\n2;;0,5 %;100x')
  // A comma is in the rates, so the point groups. The first column is named in no language we know.
  await expect(rules.editor.getByRole('alert')).toContainText('Say what the columns hold')
  await rules.editor.getByRole('combobox', { name: 'Bis' }).selectOption('Up to')
  await expect(rules.editor).toContainText('2 rows read.')
  // Fifty, or fifty thousand?
  await text.fill('Cap\tMaintenance\n50.000\t1%\n600.000\t2%')
  await expect(rules.button(/^Replace/)).toBeDisabled()
  await rules.editor.getByRole('combobox', { name: 'Decimal mark' }).selectOption('Comma: 1.234,5')
  await expect(rules.editor.getByRole('table', { name: 'As it will be put into the table' })).toContainText('600,000')
  // Forty percent, or four in a thousand?
  await text.fill('Cap\tMaintenance\n50000\t0.4\n600000\t0.5')
  await expect(rules.button(/^Replace/)).toBeDisabled()
  await rules.editor.getByRole('combobox', { name: 'Rates are', exact: true }).selectOption('Percent (0.4 is 0.4%)')
  await expect(rules.editor.getByRole('table', { name: 'As it will be put into the table' })).toContainText('0.4%')
  await text.fill('Position bracket\tMax leverage\tMaintenance rate\tMaintenance amount\n0 - 50,000\t101 - 125x\t0.40%\t0\n50,000 - 600,000\t100x\t0.50%\t50\n>600,000\t75x\t0.65%\t950')
  await rules.button(/^Replace the \d+ rows? of/).click()
  await expect(rules.cell('Up to', 2)).toHaveValue('600,000')
  await expect(rules.cell('Maintenance', 3)).toHaveValue('0.65')
  await expect(rules.cell('Max leverage', 1)).toHaveValue('125')
  // Undo of the editor takes the whole paste back.
  await rules.cell('Up to', 2).press('Control+z')
  await expect(rules.cell('Up to', 2)).toHaveCount(0)
  await expect(rules.editor).toContainText('No changes from Plain')

  // The same from a file.
  const chooser = app.page.waitForEvent('filechooser')
  await rules.button('Import CSV…').click()
  await (await chooser).setFiles({ name: 'tiers.csv', mimeType: 'text/csv', buffer: Buffer.from('Cap,MMR,Max leverage\n"50,000",0.4%,125x\n,0.5%,100x\n') })
  await expect(rules.editor.getByRole('region', { name: 'Paste a table' })).toContainText('Table of tiers.csv')
  await rules.button(/^Replace the \d+ rows? of/).click()
  await expect(rules.cell('Up to', 1)).toHaveValue('50,000')
  // Left empty, the amount is the one that continues the requirement.
  await expect(rules.cell('Amount', 2)).toHaveValue('')
  // By keyboard: a row more, and away with it again.
  await rules.button('Add row').press('Enter')
  await expect(rules.cell('From', 3)).toBeFocused()
  await app.page.keyboard.press('ArrowUp')
  await expect(rules.cell('From', 2)).toBeFocused()
  await rules.button('Remove row 3').press('Enter')
  await expect(rules.button('Remove row 2')).toBeFocused()

  await rules.button('Paste a table…').click()
  await text.fill('Cap\tMMR\n5K\t1%')
  await expect(rules.editor.getByRole('alert')).toContainText('Line 2, column 1: “5K” is not a number')
  await expect(rules.button(/^Replace/)).toBeDisabled()
})

test('an impossible table is refused with the row and the reason; nothing is lost by closing', async ({ app }) => {
  await app.visitAtEnd()
  const rules = new Rules(app)
  await rules.copy('Binance USD-M')
  await rules.table(BTC)
  await rules.cell('Maintenance', 3).fill('0.45')
  await expect(rules.cell('Maintenance', 3)).toHaveAttribute('aria-invalid', 'true')
  await expect(rules.cell('Maintenance', 3)).toHaveAccessibleDescription(/Rates go up with the notional: row 2 has 0.005, row 3 only 0.0045/)
  await expect(rules.button('Save and use')).toBeDisabled()
  await rules.editor.getByRole('tab', { name: 'Margin' }).click()
  await rules.button('Show').click()
  await expect(rules.cell('Maintenance', 3)).toBeFocused()
  await rules.cell('Maintenance', 3).fill('0.65')
  await rules.cell('Max leverage', 1).fill('300')
  await expect(rules.editor.getByRole('table')).toContainText('Maintenance is above initial in row 1: 0.004 against')
  // Esc asks, and Esc again leaves.
  await app.page.keyboard.press('Escape')
  await expect(rules.editor.getByRole('alert')).toContainText('Your changes are not saved.')
  await rules.button('Keep editing').click()
  await expect(rules.cell('Max leverage', 1)).toHaveValue('300')
  await rules.button('Undo in the editor').click()
  await expect(rules.cell('Max leverage', 1)).toHaveValue('125')
  await rules.editor.press('Escape')
  if (await rules.button('Discard them').isVisible()) await rules.button('Discard them').click()
  await expect(rules.editor).toHaveCount(0)
  await expect(app.scenario.chip).toContainText('Plain')
})

test('one’s own rules are renamed, deleted with a way back; a broken file is refused by path and reason', async ({ app }) => {
  await app.visitAtEnd()
  const rules = new Rules(app)
  await rules.copy('Bulkhead standard')
  await rules.button('Save only').click()
  await expect(app.messages).toContainText('“Bulkhead standard, edited” is saved among your own rules.')
  await rules.choose('Bulkhead standard, edited')
  await rules.panel.getByRole('button', { name: 'Rename', exact: true }).click()
  await rules.page.getByRole('textbox', { name: 'New name' }).fill('House rules')
  await rules.page.getByRole('textbox', { name: 'New name' }).press('Enter')
  await expect(rules.panel.getByRole('option', { name: 'House rules' })).toHaveCount(1)
  await rules.panel.getByRole('button', { name: 'Delete' }).click()
  await expect(rules.panel.getByRole('option', { name: 'House rules' })).toHaveCount(0)
  await app.messages.getByRole('button', { name: 'Undo' }).click()
  await app.scenario.show('Rules')
  await expect(rules.panel.getByRole('option', { name: 'House rules' })).toHaveCount(1)

  await rules.import('broken.json', JSON.stringify({ schema: 1, extends: 'standard', tiers: { default: [{ cap: '100', maintenanceRate: '0.01' }, { floor: '90', maintenanceRate: '0.02' }] } }))
  await expect(rules.panel.getByRole('alert')).toContainText('broken.json was not imported')
  await expect(rules.panel.getByRole('alert')).toContainText('tiers.default[1].floor: tiers overlap: row 1 ends at 100, row 2 starts at 90')
  await expect(rules.panel.getByRole('option', { name: 'House rules' })).toHaveCount(1)
})

test('the rules pass axe in every part, wide and narrow, dark and light', async ({ app }) => {
  await app.visitAtEnd()
  const rules = new Rules(app)
  await rules.choose('Binance USD-M')
  await scan(app.page, 'the library of rules', { within: '[role="dialog"][aria-label="Scenario"]' })
  await app.scenario.show('Rules')
  await rules.copy('Hyperliquid')
  await rules.cell('Maintenance', 1).fill('0.7')
  await rules.cell('Up to', 1).fill('x')
  for (const part of ['Tiers', 'Margin', 'Liquidation', 'Insurance fund', 'Funding and fees', 'Collateral', 'Changes']) {
    await rules.editor.getByRole('tab', { name: part }).click()
    await scan(app.page, `the rules editor, ${part}`, { within: 'dialog[open]' })
  }
  await rules.editor.getByRole('tab', { name: 'Tiers' }).click()
  await rules.button('Paste a table…').click()
  await rules.editor.getByRole('textbox', { name: 'Table as text' }).fill('Cap\tMMR\n50.000\t0.4')
  await scan(app.page, 'a pasted table', { within: 'dialog[open]' })
})
