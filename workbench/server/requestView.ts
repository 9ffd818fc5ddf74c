import type { RequestRecord } from '../../engine/index.ts'
import type { RequestView } from '../api/index.ts'

export const requestView = ({
  method,
  path,
  status,
  ms,
  tokenCost,
}: RequestRecord): RequestView => ({
  method,
  path,
  status,
  ms,
  tokenCost: tokenCost,
})
