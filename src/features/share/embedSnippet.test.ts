import { expect, it } from 'vitest'
import { embedSnippet } from './embedSnippet.ts'

it('shows the scenario of a link in another page', () => {
  expect(embedSnippet('https://example.test/app/#/sim?s=1.ab-c_d', 'lanes', 'One bad altcoin')).toBe(
    '<iframe src="https://example.test/app/?embed=1&amp;show=lanes#/sim?s=1.ab-c_d" title="One bad altcoin" width="100%" height="320" style="border:0" loading="lazy"></iframe>',
  )
})

it('has a title that ends no attribute', () => {
  const html = embedSnippet('https://example.test/?a=1#/sim?s=1.x', 'equity', '"><script>alert(1)</script>')
  expect(html).toContain('src="https://example.test/?a=1&amp;embed=1&amp;show=equity#/sim?s=1.x"')
  expect(html).toContain('title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
  expect(html.match(/</g)).toHaveLength(2)
})
