/** What links and exports need, in one piece. `await import('./shareDesk.ts')` */
export { incidentText, tableText } from '../export/exportText.ts'
export { openBeforeLink, showBeforeLink, textBeforeLink } from './beforeLink.ts'
export { endingOf, keepShared, leaveShared } from './endShared.ts'
export { makeLink } from './makeLink.ts'
export { openShared } from './openShared.ts'
