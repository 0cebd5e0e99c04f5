/** Days a trader may want to live through again; each with some days before and after. Dates are UTC. */
export const KNOWN_PERIODS = [
  { id: '2020-03', label: 'March 2020, Black Thursday', from: '2020-03-08', to: '2020-03-20' },
  { id: '2021-05', label: 'May 2021, deleveraging', from: '2021-05-12', to: '2021-05-26' },
  { id: '2022-05', label: 'May 2022, LUNA', from: '2022-05-05', to: '2022-05-16' },
  { id: '2022-11', label: 'November 2022, FTX', from: '2022-11-04', to: '2022-11-16' },
  { id: '2024-08', label: '5 August 2024', from: '2024-08-01', to: '2024-08-09' },
  { id: '2025-10', label: '10 October 2025', from: '2025-10-08', to: '2025-10-14' },
] as const
