import { tapeTextFrom } from '../../tapes/bundled/tapeTextFrom.ts'
import type { RunRequest } from './protocol.ts'
import { createRunSession } from './runSession.ts'

// A message to itself comes after the messages that have arrived, and sooner than a timer.
const { port1, port2 } = new MessageChannel()
const resting: (() => void)[] = []
port1.addEventListener('message', () => resting.shift()?.())
port1.start()

const session = createRunSession({
  post: (reply, transfer) => self.postMessage(reply, { transfer: [...transfer] }),
  now: () => performance.now(),
  rest: () =>
    new Promise((resolve) => {
      resting.push(resolve)
      port2.postMessage(undefined)
    }),
  textOf: tapeTextFrom(self.name), // the client names the worker after the folder of the page
})

self.addEventListener('message', (event: MessageEvent<RunRequest>) => session.receive(event.data))
