import type { Attack } from '../attack.ts'
import { listeners, slowConnections } from './connections.ts'
import { deafListeners } from './deafListeners.ts'
import { doubled, forged, slowSenders } from './deliveries.ts'
import { foreignRequests } from './foreign.ts'
import { hostileRequests } from './hostileRequests.ts'
import { hostileWorkflows } from './hostileWorkflows.ts'
import { damagedSandbox, kills, rights } from './kills.ts'
import { malformed } from './malformed.ts'
import { apiDomains, refreshes, tokenReplies } from './tokens.ts'

export const attacks: readonly Attack[] = [
  ...[foreignRequests, malformed, hostileRequests, hostileWorkflows],
  ...[listeners, deafListeners, slowConnections, damagedSandbox, kills, rights],
  ...[forged, doubled, slowSenders, apiDomains, tokenReplies, refreshes],
]
