import { gzipSync, strToU8, zipSync } from 'fflate'
import { RANDOM_WALK } from './documents.ts'
import { expect, test } from './fixtures.ts'
import { binanceKlines, candles, germanCloses } from './prices.ts'

const HOUR = 3_600_000

test('a Binance file without a header is recognised and played', async ({ app }) => {
  await app.visitAtEnd()
  await app.importFiles([csv('BTCUSDT-1h-2024-03.csv', binanceKlines(48, { step: -200 }))])
  const { dialog } = app.importing
  await app.importing.finds('Rows', '48')
  await app.importing.finds('Range', '2024-03-01 to 2024-03-02 23:00')
  await app.importing.finds('Bar size', '1 h')
  await app.importing.finds('Gaps', 'None')
  await expect(dialog.getByRole('combobox', { name: 'Separator' })).toHaveValue(',')
  await expect(dialog.getByRole('combobox', { name: 'First line' })).toHaveValue('row')
  await dialog.getByRole('radio', { name: 'Three example longs' }).check()
  await app.importing.play.click()
  await expect(dialog).toHaveCount(0)
  // Opened at the first close, 59,800. The one of 12x is liquidated at 59,800 · (11/12)/0.995 = 55,092.13, after 24 bars of −200.
  await app.transport.isAt(24, 47)
  await app.transport.is('Paused')
  await expect(app.incident.heading(/BTC.* long liquidated/)).toBeVisible()
  await app.tables.counts('Positions', 2)
  await expect(app.scenario.chip).toContainText('BTCUSDT')
})

test('semicolons and decimal commas, and what is left out by line and column', async ({ app }) => {
  await app.visitAtEnd()
  await app.importFiles([csv('eth-schluss.csv', germanCloses(30)), csv('odd.csv', candles(40, { 7: '2024-03-01T07:00:00Z,107,109,106,n/v', 12: '2024-03-01T12:00:00Z,112,xx,111,113', 20: '2024-03-01T20:00:00.000Z,120,119,121,121' }))])
  const { dialog } = app.importing
  await app.importing.show('eth-schluss.csv')
  await expect(dialog.getByRole('combobox', { name: 'Separator' })).toHaveValue(';')
  await expect(dialog.getByRole('combobox', { name: 'Decimal mark' })).toHaveValue(',')
  await app.importing.finds('Range', '2024-03-01 to 2024-03-02 05:00')
  await expect(dialog.getByRole('table', { name: 'First and last rows, as they will be played' }).getByRole('row').nth(1)).toContainText('3,000.0')

  await app.importing.show('odd.csv')
  const left = dialog.getByRole('table', { name: 'Left out: 2' })
  // The header is line 1, so the row with index 7 is line 9. «close» is column 5, «high» column 3.
  await expect(left.getByRole('row').nth(1)).toContainText(/^9\s*5/)
  await expect(left.getByRole('row').nth(2)).toContainText(/^14\s*3/)
  await app.importing.finds('Impossible candles', /line 22$/)
})

test('a mapping is corrected, and the file read again by it', async ({ app }) => {
  await app.visitAtEnd()
  // Nothing says which of the two columns is the price.
  const rows = Array.from({ length: 12 }, (_, i) => `2024-03-${String(i + 1).padStart(2, '0')},${500 + i},${40 + i}`).join('\n')
  await app.importFiles([csv('two-columns.csv', `date,kurs,anzahl\n${rows}\n`)])
  const { dialog } = app.importing
  await dialog.getByRole('combobox', { name: 'Column kurs holds' }).selectOption('Close')
  await dialog.getByRole('combobox', { name: 'Column anzahl holds' }).selectOption('Volume')
  const shown = dialog.getByRole('table', { name: 'First and last rows, as they will be played' })
  await expect(shown.getByRole('row').nth(1)).toContainText('500')
  await dialog.getByRole('combobox', { name: 'Column anzahl holds' }).selectOption('Close')
  await expect(shown.getByRole('row').nth(1)).toContainText('40')
  await expect(dialog.getByRole('combobox', { name: 'Column kurs holds' })).not.toHaveValue('close')
  await expect(app.importing.play).toBeEnabled()
})

test('two files become one tape on one clock; names that clash are refused', async ({ app }) => {
  await app.visitAtEnd()
  await app.importFiles([csv('BTCUSDT.csv', binanceKlines(48)), csv('ETH.csv', germanCloses(30))])
  const { dialog } = app.importing
  await expect(dialog).toContainText('Played together from 2024-03-01 to 2024-03-02 05:00.')
  await expect(dialog).toContainText('has more after it; that part is left out.')
  const name = dialog.getByRole('textbox', { name: 'Instrument name of ETH.csv' })
  const given = await dialog.getByRole('textbox', { name: 'Instrument name of BTCUSDT.csv' }).inputValue()
  await name.fill(given)
  await expect(dialog).toContainText('Another file has this name.')
  await expect(app.importing.play).toBeDisabled()
  await name.fill('ETHER')
  await expect(app.importing.play).toBeEnabled()
  await app.importing.play.click()
  await expect(dialog).toHaveCount(0)
  await app.transport.isAt(0, 29)
  await app.ticket.chooseMarket('ETHER')
  await expect(app.ticket.form.getByRole('textbox', { name: 'Price' })).toHaveValue('3,000.0')
  // Prices stay with the browser: a reload finds them.
  await app.page.reload()
  await app.transport.isAt(0, 29)
})

test('a zip of mark and funding and the trades of the same coin are one tape, and the funding is paid', async ({ app }) => {
  await app.visitAtEnd()
  const T = Date.UTC(2024, 2, 1)
  const mark = (from: number): Uint8Array => strToU8(`open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore\n${Array.from({ length: 12 }, (_, i) => `${T + (from + i) * HOUR},60000,60000,60000,60000,0,0,0,300,0,0,0`).join('\n')}\n`)
  const zip = zipSync({ 'markPriceKlines/BTCUSDT-1h-2024-03-01.csv': mark(0), 'markPriceKlines/BTCUSDT-1h-2024-03-02.csv': mark(12), 'BTCUSDT-fundingRate-2024-03.csv': strToU8(`calc_time,funding_interval_hours,last_funding_rate\n${T + 8 * HOUR + 4},8,0.00100000\n${T + 16 * HOUR},8,-0.00020000\n`), 'readme.md': strToU8('#') })
  const trades = gzipSync(strToU8(`timestamp,symbol,side,size,price\n${Array.from({ length: 48 }, (_, i) => `${T / 1000 + i * 1800 + 0.5},BTCUSDT,Buy,1,60010`).join('\n')}\n`))
  await app.importFiles([{ name: 'BTCUSDT.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) }, { name: 'BTCUSDT2024-03-01.csv.gz', mimeType: 'application/gzip', buffer: Buffer.from(trades) }])
  const { dialog } = app.importing
  await app.importing.show('BTCUSDT.zip › BTCUSDT-fundingRate-2024-03.csv')
  await app.importing.finds('Payments', '2')
  await app.importing.finds('Largest rate', '0.001 at 2024-03-01 08:00, line 2')
  await expect(dialog).toContainText('Not read from the archive: readme.md.')
  await app.importing.show('BTCUSDT2024-03-01.csv.gz')
  await expect(dialog.getByRole('combobox', { name: 'Which price BTCUSDT2024-03-01.csv.gz holds' })).toHaveValue('last')
  await app.importing.finds('Bars', '48')
  await dialog.getByRole('combobox', { name: 'Bars made of the trades' }).selectOption('1 h')
  await app.importing.finds('Bars', '24')
  await dialog.getByRole('radio', { name: 'Three example longs' }).check()
  await app.importing.play.click()
  await expect(dialog).toHaveCount(0)
  await app.transport.isAt(23, 23)
  // Nothing moves, so all three stay open: each pays 0.1 % at 08:00 and receives 0.02 % at 16:00.
  await app.tables.counts('Funding', 6)
})

test('archives that are no help say why, and nothing is lost', async ({ app }) => {
  await app.visitAtEnd()
  const zip = (name: string, files: Parameters<typeof zipSync>[0]) => ({ name, mimeType: 'application/zip', buffer: Buffer.from(zipSync(files)) })
  const locked = zip('locked.zip', { 'BTC.csv': strToU8(candles(12)) })
  // The flag of an encrypted file, in its own header and in the directory (APPNOTE.TXT 4.4.4).
  locked.buffer.writeUInt16LE(1, 6)
  locked.buffer.writeUInt16LE(1, locked.buffer.indexOf('PK\u0001\u0002', 'latin1') + 8)
  await app.importFiles([zip('bomb.zip', { 'zeros.csv': [new Uint8Array(40 * 2 ** 20), { level: 9 }] }), locked, zip('letters.zip', { 'letter.pdf': strToU8('%PDF') })])
  const { dialog } = app.importing
  for (const [name, says] of [['bomb.zip', 'It unpacks to more than 200 times its size'], ['locked.zip', 'BTC.csv in the archive is encrypted. Unpack it with its password'], ['letters.zip', 'The archive holds no price file (letter.pdf)']] as const) {
    await app.importing.show(name)
    await expect(dialog.getByRole('alert').first()).toContainText(says)
    await dialog.getByRole('button', { name: `Remove ${name}` }).click()
  }
  await expect(dialog).toContainText('No files yet')
})

test('files dropped anywhere on the page are taken', async ({ app, page }) => {
  await app.visitAtEnd()
  const dataTransfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }))
    return transfer
  }, candles(12))
  await page.getByRole('main').dispatchEvent('dragenter', { dataTransfer })
  await expect(page.getByText('Drop prices (CSV) or a scenario (JSON)')).toBeVisible()
  await page.getByRole('main').dispatchEvent('drop', { dataTransfer })
  await app.importing.finds('Rows', '12')
  await expect(page.getByText('Drop prices (CSV) or a scenario (JSON)')).toHaveCount(0)
})

test('a scenario is saved, opened again, and is the same', async ({ app }) => {
  await app.visitAtEnd()
  await app.open(RANDOM_WALK)
  await app.transport.toEnd()
  const equity = await app.account.row('Equity').getByRole('cell').allTextContents()
  const { name, text } = await app.scenario.saveAsText()
  expect(name).toBe('a-random-walk.scenario.json')
  await app.page.keyboard.press('Escape')
  await app.undo.click()
  await expect(app.scenario.chip).toContainText('One bad altcoin')
  await app.open(JSON.parse(text) as object, name)
  await app.transport.toEnd()
  await expect(app.account.row('Equity').getByRole('cell')).toHaveText(equity)
})

for (const { what, document, path, says } of [
  { what: 'a size below 0', document: { ...RANDOM_WALK, commands: [{ ...RANDOM_WALK.commands[0], notional: '-5' }] }, path: 'commands[0].notional', says: 'Trade 1, size' },
  { what: 'a newer schema', document: { ...RANDOM_WALK, schema: 2 }, path: 'schema', says: 'Schema version' },
]) {
  test(`a document with ${what} is refused by its path; what is open stays`, async ({ app }) => {
    await app.visitAtEnd()
    await app.scenario.openFile({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(document)) })
    const refused = app.dialog('This scenario was not opened')
    await expect(refused.getByRole('listitem')).toContainText([says])
    await expect(refused).toContainText(path)
    await expect(refused).toContainText('“One bad altcoin” is still open and unchanged.')
    await refused.getByRole('button', { name: 'Close' }).last().click()
    await expect(refused).toHaveCount(0)
    await app.account.shows('Equity', ['9,300.00', '9,300.00', '0.00'])
  })
}

function csv(name: string, text: string): { readonly name: string; readonly mimeType: string; readonly buffer: Buffer } {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
}
