import type { Attack } from '../attack.ts'
import { malformed } from './malformed.ts'

export const attacks: readonly Attack[] = [malformed]
