import { expect, test } from './fixtures.ts'

/*
 * Scenario A, all cross, inside bar 73, x bars after 72: SOL 111.43 − 0.54x, BTC 61,440 + 20x, ETH 2,910 − 1.25x.
 * Equity      10,000 + (1,440 + 20x)/3 + (90 + 1.25x) · 10/3 − (38.57 + 0.54x) · 800/3 = 494.6667 − 133.1667x
 * Maintenance 0.005 · BTC/3 + 0.005 · ETH · 10/3 + 0.01 · SOL · 800/3                  = 448.0467 − 1.4275x
 * They meet at x = 0.35388: SOL 111.2389, BTC 61,447.0776, ETH 2,909.5576; closed on the tick that is earlier.
 * SOL −38.76 · 800/3 = −10,336.00; BTC 1,447.08/3 = +482.36; ETH 90.45 · 10/3 = +301.50; together −9,552.14, and 447.86 are left.
 */
test('a shared pool is liquidated: what happened, why, what it took along, where the money went', async ({ app }) => {
  await app.visitAtEnd()
  await app.transport.seek(72, 120)
  await app.transport.play.click()
  await app.transport.isAt(73, 120)
  await app.transport.is('Paused')
  await expect(app.headline).toHaveText('Same trades, same prices. Cross has just lost all 10,000 USDT. Isolated holds 8,790.83, with BTC and ETH still open.')
  const { region } = app.incident
  await expect(app.incident.heading('All cross liquidated')).toBeVisible()
  await expect(region).toContainText('SOL’s mark fell to 111.24, 25.84% below its entry.')
  await expect(region).toContainText('so all three were closed')
  await expect(app.incident.heading('Why BTC, 482.36 in profit?')).toBeVisible()
  await expect(region).toContainText('BTC’s came up to its mark without BTC falling.')

  const along = region.getByRole('table', { name: 'Positions of the pool' }).getByRole('row')
  await expect(along.nth(1)).toHaveText(/^SOL long\s*culprit\s*111\.24\s*−10,336\.00\s*−2,000\.00$/)
  await expect(along.nth(2)).toHaveText(/^ETH short\s*bystander\s*2,909\.55\s*\+301\.50\s*open$/)
  await expect(along.nth(3)).toHaveText(/^BTC long\s*bystander\s*61,447\.08\s*\+482\.36\s*open$/)
  await app.incident.books('Your wallet', '−10,000.00')
  await app.incident.books('Other side of the three trades', '+9,552.14')
  await app.incident.books('Insurance fund, the forfeited rest', '+447.86')
  await app.incident.books('Sum', '0.00')

  // To the liquidation before it, and back in time.
  await region.getByRole('button', { name: 'Liquidation before' }).click()
  await expect(app.incident.heading('SOL long liquidated')).toBeVisible()
  await expect(region).toContainText('Nothing. The wall held.')
  await region.getByRole('button', { name: 'Rewind 10 bars' }).click()
  await app.transport.isAt(2, 120)
  await expect(region).toHaveCount(0)
})

test('a liquidation is also told among the events, and opened from there', async ({ app }) => {
  await app.visitAtEnd()
  await app.tables.choose('Events')
  const row = app.tables.row(/^12\b.*SOL long/).filter({ has: app.page.getByRole('button', { name: /Why\?/ }) })
  await row.getByRole('button', { name: /Why\?/ }).click()
  await expect(app.incident.heading('SOL long liquidated')).toBeVisible()
  await app.incident.books('Sum', '0.00')
  await app.incident.press('Close')
  await expect(app.incident.region).toHaveCount(0)
})
