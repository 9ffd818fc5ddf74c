import type { Attack } from '../attack.ts'
import { listeners, slowConnections } from './connections.ts'
import { customAction } from './customAction.ts'
import { damagedStore } from './damagedStore.ts'
import { deafListeners } from './deafListeners.ts'
import { doubled, forged, slowSenders } from './deliveries.ts'
import { events } from './events.ts'
import { firstStarts } from './firstStarts.ts'
import { foreignRequests } from './foreign.ts'
import { hostileRequests } from './hostileRequests.ts'
import { hostileWorkflows } from './hostileWorkflows.ts'
import { inputs } from './inputs.ts'
import { damagedSandbox, kills, rights } from './kills.ts'
import { limitHeaders } from './limitHeaders.ts'
import { malformed } from './malformed.ts'
import { interrupts, searches, smallPlan } from './rates.ts'
import { drips, replies } from './replies.ts'
import { lock, productionInstall } from './supplyChain.ts'
import { apiDomains, refreshes, tokenReplies } from './tokens.ts'
import { writes } from './writes.ts'

export const attacks: readonly Attack[] = [
  ...[foreignRequests, malformed, hostileRequests, hostileWorkflows, listeners, deafListeners],
  ...[slowConnections, damagedSandbox, kills, rights],
  ...[forged, doubled, slowSenders, events],
  ...[apiDomains, tokenReplies, refreshes],
  ...[replies, drips, limitHeaders, writes, customAction],
  ...[inputs],
  ...[damagedStore, firstStarts],
  ...[smallPlan, searches, interrupts],
  ...[lock, productionInstall],
]
