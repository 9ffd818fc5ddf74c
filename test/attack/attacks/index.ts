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
import { interrupts, onePlan, searches, smallPlan } from './rates.ts'
import { endpointDown, timing } from './outages.ts'
import { beyondLoopback, clocks, redirects } from './reach.ts'
import { drips, replies } from './replies.ts'
import { lock, productionInstall } from './supplyChain.ts'
import { apiDomains, refreshes, tokenReplies } from './tokens.ts'
import { writes } from './writes.ts'

export const attacks: readonly Attack[] = [
  ...[foreignRequests, malformed, hostileRequests, hostileWorkflows, listeners, deafListeners],
  ...[slowConnections, damagedSandbox, kills, beyondLoopback, rights],
  ...[forged, events, doubled, timing, slowSenders],
  ...[apiDomains, tokenReplies, refreshes, endpointDown, clocks],
  ...[replies, drips, limitHeaders, writes, redirects, customAction],
  ...[inputs],
  ...[damagedStore, firstStarts],
  ...[smallPlan, onePlan, searches, interrupts],
  ...[lock, productionInstall],
]
