/** What stands over the positions of a bucket. */
export const bucketWords = {
  name: (bucket: string): string => `bucket “${bucket}”`,
  count: (positions: number): string => (positions === 1 ? '1 position behind one wall' : `${positions} positions behind one wall`),
  equity: 'Equity',
  maintenance: 'Maintenance',
  ratio: 'Margin ratio',
}
