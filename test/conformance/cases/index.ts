import type { Case } from '../case.ts'
import { actionCases } from './actions.ts'
import { badInputCases } from './badInput.ts'
import { faultCases } from './faults.ts'
import { limitCases } from './limits.ts'
import { listCases } from './lists.ts'
import { triggerCases } from './triggers.ts'
import { unknownOutcomeCases } from './unknownOutcomes.ts'

/** All that every host is held to, in the order of the table. */
export const cases: readonly Case[] = [
  ...actionCases(),
  ...listCases(),
  ...triggerCases(),
  ...faultCases(),
  ...limitCases(),
  ...unknownOutcomeCases(),
  ...badInputCases(),
]
