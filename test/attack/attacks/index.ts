import type { Attack } from '../attack.ts'
import { listeners, slowConnections } from './connections.ts'
import { deafListeners } from './deafListeners.ts'
import { foreignRequests } from './foreign.ts'
import { hostileRequests } from './hostileRequests.ts'
import { hostileWorkflows } from './hostileWorkflows.ts'
import { damagedSandbox, kills, rights } from './kills.ts'
import { malformed } from './malformed.ts'

export const attacks: readonly Attack[] = [
  ...[foreignRequests, malformed, hostileRequests, hostileWorkflows],
  ...[listeners, deafListeners, slowConnections, damagedSandbox, kills, rights],
]
