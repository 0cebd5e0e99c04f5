import { createImportSession } from './importSession.ts'
import type { ImportRequest } from './protocol.ts'

const session = createImportSession({ post: (reply, transfer) => self.postMessage(reply, { transfer: [...transfer] }) })

self.addEventListener('message', (event: MessageEvent<ImportRequest>) => session.receive(event.data))
