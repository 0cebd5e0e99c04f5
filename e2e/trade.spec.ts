import { lineScenario } from './documents.ts'
import { expect, test } from './fixtures.ts'

/*
 * BTC falls by 200 a bar from 60,000; rules Plain: maintenance 0.5 %, no fees. One BTC long, isolated, 10x, margin M = 60,000/10 = 6,000:
 *   liquidated where M + (P − 60,000) = 0.005 P, so P = 54,000/0.995 = 54,271.3567…, shown at the tick that is earlier: 54,271.36
 *   short: M + (60,000 − P) = 0.005 P, so P = 66,000/1.005 = 65,671.6417…: 65,671.64
 *   with 1,000 more: 53,000/0.995 = 53,266.3316…: 53,266.34
 */

test('own trade: open, add margin, be liquidated, step back, undo, redo', async ({ app }) => {
  await app.visitAtEnd()
  await app.open(lineScenario())
  await app.transport.isAt(0, 60)
  await app.ticket.size.fill('1')
  await app.ticket.shows('Est. liq. price', ['54,271.36−9.55%', '65,671.64+9.45%'])
  await app.ticket.shows('Bankruptcy price', ['54,000.00−10.00%', '66,000.00+10.00%'])
  await app.ticket.shows('Cost, most it can lose', ['6,000.00', '6,000.00'])
  await app.ticket.shows('Value', ['60,000.00', '60,000.00'])
  await expect(app.ticket.change('Available')).toHaveText(/10,000\.00becomes4,000\.00$/)
  await app.ticket.buy.click()
  await expect(app.messages).toContainText('Bought 1 BTC at 60,000.00, isolated')
  await expect(app.tables.row(/^BTC-PERP/)).toContainText('54,271.36')

  await app.transport.seek(5, 60)
  await expect(app.tables.row(/^BTC-PERP/)).toContainText('−1,000.00')
  await app.tables.button(/Add or remove margin, BTC-PERP/).click()
  const margin = app.edit('Margin')
  await margin.field('Amount').fill('1000')
  await margin.changes('Margin', '6,000.00', '7,000.00')
  await margin.changes('Liq. price', '54,271.36', '53,266.34')
  await margin.button('Add 1,000.00').click()
  await expect(margin.dialog).toHaveCount(0)
  await expect(app.tables.row(/^BTC-PERP/)).toContainText('53,266.34')

  // 60,000 − 200 · 33 = 53,400 is above it, 53,200 at bar 34 below.
  await app.transport.setSpeed('Max')
  await app.transport.play.click()
  await app.transport.isAt(34, 60)
  await app.transport.is('Paused')
  await expect(app.incident.heading('BTC long liquidated')).toBeVisible()
  await expect(app.incident.region).toContainText(/BTC’s mark fell to 53,266\.3., 11\.22% below its entry\./)
  await expect(app.incident.region).toContainText('Nothing. The wall held.')
  // The trade loses 60,000 − 53,266.34 = 6,733.66; of the 7,000 the rest, 266.34, is forfeited.
  await app.incident.books('Your margin behind the wall', '−7,000.00')
  await app.incident.books('Other side of the trade', '+6,733.66')
  await app.incident.books('Insurance fund, the forfeited rest', '+266.34')
  await app.incident.books('Sum', '0.00')
  await expect(app.tables.row(/^BTC-PERP/)).toContainText('Liquidated at bar 34')
  await app.sideTab('Account and ticket').click()
  await app.account.shows('Equity', ['3,000.00', '3,000.00', '3,200.00'])
  await app.sideTab('Incident').click()

  await app.transport.back.click()
  await app.transport.isAt(33, 60)
  await expect(app.incident.region).toHaveCount(0)
  await expect(app.tables.row(/^BTC-PERP/)).not.toContainText('Liquidated')
  // 10,000 − 6,600
  await app.account.shows('Equity', ['3,400.00', '3,400.00', '3,400.00'])

  // Without the added margin it was over at bar 29 already: 60,000 − 200 · 28 = 54,400, at bar 29 54,200.
  await app.undo.click()
  await expect(app.tables.row(/^BTC-PERP/)).toContainText('Liquidated at bar 29')
  await app.account.shows('Equity', ['4,000.00', '4,000.00', '3,400.00'])
  await app.redo.click()
  await expect(app.tables.row(/^BTC-PERP/)).not.toContainText('Liquidated')
  await app.account.shows('Equity', ['3,400.00', '3,400.00', '3,400.00'])
})

test('an order in the past grows a branch without what comes after it, and undo goes back', async ({ app, page }) => {
  await app.visitAtEnd()
  await app.open(lineScenario())
  await app.ticket.size.fill('0.5')
  await app.ticket.buy.click()
  await app.tables.counts('Positions', 1)
  await app.transport.seek(10, 60)
  await app.ticket.size.fill('0.1')
  await app.ticket.buy.click()
  await app.tables.counts('Trades', 2)

  await app.transport.seek(4, 60)
  await app.ticket.size.fill('0.2')
  await app.ticket.sell.click()
  await expect(page.getByRole('treeitem', { name: /^sell 0\.2 BTC, from bar 4, open/ })).toBeVisible()
  await expect(app.tables.row(/^BTC-PERP/)).toContainText('0.3000 BTC')
  await app.transport.seek(10, 60)
  await expect(app.tables.row(/^BTC-PERP/)).toContainText('0.3000 BTC')
  await app.undo.click()
  await expect(app.tables.row(/^BTC-PERP/)).toContainText('0.6000 BTC')
})

test('limit and stop orders wait for their price', async ({ app }) => {
  await app.visitAtEnd()
  await app.open(lineScenario())
  await app.ticket.chooseType('Limit')
  await app.ticket.price('Limit price').fill('59000')
  await app.ticket.size.fill('0.5')
  // 59,000 · 0.5 / 10
  await expect(app.ticket.form).toContainText('Long: rests until the mark falls to 59,000.00; 2,950.00 is held back.')
  await expect(app.ticket.form).toContainText('Short: 59,000.00 is reached already, it fills at once at 60,000.00.')
  await app.ticket.buy.click()
  await app.tables.counts('Orders', 1)
  await app.account.shows('Available', ['7,050.00', '7,050.00', '7,050.00'])

  await app.ticket.chooseMode('Cross')
  await app.ticket.chooseType('Stop')
  await app.ticket.price('Trigger price').fill('58000')
  await app.ticket.size.fill('0.25')
  await app.ticket.sell.click()
  await app.tables.counts('Orders', 2)
  await app.tables.choose('Orders')
  await expect(app.tables.row(/^BTC-PERP/)).toHaveCount(2)

  // 59,000 is bar 5, 58,000 bar 10.
  await app.transport.seek(9, 60)
  await app.tables.counts('Orders', 1)
  await app.transport.seek(11, 60)
  await app.tables.counts('Orders', 0)
  await app.tables.choose('Trades')
  await expect(app.tables.row(/59,000\.00/)).toContainText('0.5000 BTC')
  await expect(app.tables.row(/58,000\.00/)).toContainText('0.2500 BTC')
})

test('take profit and stop loss close the position at their price', async ({ app }) => {
  await app.visitAtEnd()
  await app.open(lineScenario())
  await app.ticket.protect({ takeProfit: '63000', stopLoss: '57000' })
  await app.ticket.size.fill('0.1')
  await expect(app.ticket.form).toContainText('Set for a long: on a short take profit and stop would fire at once.')
  await app.ticket.buy.click()
  await expect(app.tables.row(/^BTC-PERP/)).toContainText('63,000.00')
  await app.transport.seek(20, 60)
  await app.tables.counts('Positions', 0)
  await app.tables.choose('Trades')
  // 0.1 · (57,000 − 60,000), at bar 15
  await expect(app.tables.row(/57,000\.00/)).toContainText('−300.00')
  await app.account.shows('Equity', ['9,700.00', '9,700.00', '9,700.00'])
})

test('a stop beyond the liquidation price is warned of and mended with one click', async ({ app }) => {
  await app.visitAtEnd()
  await app.open(lineScenario())
  await app.ticket.size.fill('1')
  await app.ticket.protect({ stopLoss: '54000' })
  await expect(app.ticket.form).toContainText('Stop 54,000.00 lies beyond the long’s est. liq. price 54,271.36: it would never fire.')
  // The first tick before it.
  await app.ticket.form.getByRole('button', { name: 'Set 54,271.37' }).click()
  await expect(app.ticket.stopLoss).toHaveValue('54271.37')
  await expect(app.ticket.form).not.toContainText('it would never fire')
  await app.ticket.buy.click()
  await app.transport.seek(40, 60)
  await app.tables.choose('Trades')
  await expect(app.tables.row(/54,271\.37/)).toContainText('−5,728.63')
})

test('what cannot be paid says how much is missing and offers what can', async ({ app }) => {
  await app.visitAtEnd()
  await app.open(lineScenario())
  await app.ticket.size.fill('2')
  // 2 · 60,000 / 10 = 12,000 of 10,000; at most 10,000 · 10 / 60,000 = 1.6666…
  await expect(app.ticket.form).toContainText('Insufficient margin, need 2,000.00 USDT more.')
  await expect(app.ticket.buy).toBeDisabled()
  await app.ticket.form.getByRole('button', { name: /^Use 1\.6666.BTC$/ }).click()
  await expect(app.ticket.size).toHaveValue('1.6666')
  await expect(app.ticket.form).not.toContainText('Insufficient margin')
  await app.ticket.shows('Cost, most it can lose', ['9,999.60', '9,999.60'])
  await app.ticket.setLeverage(20)
  await app.ticket.shows('Cost, most it can lose', ['4,999.80', '4,999.80'])
  await app.ticket.buy.click()
  await app.tables.counts('Positions', 1)
})

test('a twin that cannot pay refuses, and says so; nothing is skipped in silence', async ({ app }) => {
  await app.visitAtEnd()
  await app.open(lineScenario({ wallet: '7000' }))
  await app.ticket.size.fill('0.6')
  await app.ticket.buy.click()
  // Bar 25: 55,000, so −3,000. Behind its wall: 7,000 − 3,600 free. Shared: 7,000 − 3,000 − 0.6 · 5,500 = 700.
  await app.transport.seek(25, 60)
  await app.account.shows('Available', ['3,400.00', '3,400.00', '700.00'])
  await app.ticket.chooseMode('Cross')
  await app.ticket.size.fill('0.5')
  await app.ticket.buy.click()
  // 0.5 · 5,500 = 2,750
  await expect(app.messages).toContainText('Refused in All cross only. 2,050.00 more is needed: it takes 2,750.00, and 700.00 is available.')
  await app.account.shows('Available', ['650.00', '650.00', '700.00'])
  await app.tables.choose('Events')
  await expect(app.tables.row(/^25.*All cross.*Refused/)).toBeVisible()
})
