import { browserExchangeStorage } from './browserExchangeStorage.ts'
import { createExchangeSession } from './exchangeSession.ts'
import type { ExchangeAsk } from './protocol.ts'
import { restFor } from './restFor.ts'

const session = createExchangeSession({
  post: (reply) => self.postMessage(reply),
  storage: browserExchangeStorage(),
  deps: { fetch: (url, init) => fetch(url, init), now: Date.now, sleep: restFor, online: () => navigator.onLine, inBrowser: true },
})

self.addEventListener('message', (event: MessageEvent<ExchangeAsk>) => session.receive(event.data))
