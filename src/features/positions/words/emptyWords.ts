/** Why a table is empty, and what fills it. */
export const emptyWords = {
  positions: { title: 'No open positions', text: 'Buy or sell in the ticket: each account takes the same order, behind its own walls.', twin: 'It follows the orders of your account, behind walls of its own.' },
  orders: { title: 'No open orders', text: 'Limit and stop orders rest here until the mark price reaches them.' },
  trades: { title: 'No trades yet', text: 'Every fill stands here, with its fee and its result.' },
  funding: { title: 'No funding yet', text: 'Where the rules have funding, longs pay shorts (or receive) at each interval.' },
  events: { title: 'Nothing has happened yet', text: 'Orders, fills, margin moved, liquidations: each with its bar and its account.' },
} as const
