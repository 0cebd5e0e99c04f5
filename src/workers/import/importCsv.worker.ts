import { createImportSession } from './importSession.ts'
import type { ImportRequest } from './protocol.ts'

const session = createImportSession({ post: (reply) => self.postMessage(reply) })

self.addEventListener('message', (event: MessageEvent<ImportRequest>) => session.receive(event.data))
