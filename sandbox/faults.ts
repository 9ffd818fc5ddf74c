import { Problem, general } from './errors.ts'

export const callFaults = [
  'latency',
  'reset-before',
  'reset-after',
  'status',
  'truncated',
  'html-403',
] as const
export const webhookFaults = ['webhook-duplicate', 'webhook-delay', 'webhook-reorder'] as const
export const tokenFaults = ['tokens-expire', 'tokens-revoke', 'tokens-rotate'] as const
export type TokenFault = (typeof tokenFaults)[number]
export const isTokenFault = (kind: string): kind is TokenFault =>
  tokenFaults.some(known => known === kind)
export type CallFault = (typeof callFaults)[number]
export type WebhookFault = (typeof webhookFaults)[number]

/** Something that shall go wrong, with the next calls that match. */
export interface Fault {
  readonly id: number
  readonly kind: CallFault | WebhookFault
  /** Any method when absent. */
  readonly method?: string
  /** The beginning of a path or of its template; any when absent. */
  readonly path?: string
  readonly ms?: number
  readonly status?: number
  times: number
}
export type FaultInput = Omit<Fault, 'id' | 'times'> & { readonly times?: number }

const matches = (fault: Fault, method: string, paths: readonly string[]) =>
  (fault.method === undefined || fault.method === method) &&
  (fault.path === undefined || paths.some(path => path.startsWith(fault.path ?? '')))

export const createFaults = () => {
  let faults: Fault[] = []
  let lastId = 0
  return {
    add: (input: FaultInput) => {
      const fault = { ...input, id: ++lastId, times: input.times ?? 1 }
      faults.push(fault)
      return fault
    },
    /** The first fault of such a kind that fits; it is used up by that. */
    take: (kinds: readonly Fault['kind'][], method = '', ...paths: string[]): Fault | undefined => {
      const fault = faults.find(one => kinds.includes(one.kind) && matches(one, method, paths))
      if (!fault) return undefined
      fault.times -= 1
      if (fault.times <= 0) faults = faults.filter(one => one !== fault)
      return fault
    },
    list: () => faults,
    clear: () => void (faults = []),
  }
}
export type Faults = ReturnType<typeof createFaults>

const html = (title: string) =>
  `<html>\r\n<head><title>${title}</title></head>\r\n<body><center><h1>${title}</h1></center></body>\r\n</html>\r\n`

/** 500 comes from the API itself, 502 and 503 from what stands in front of it. */
export const statusProblem = (status = 500) =>
  status === 502 || status === 503
    ? new Problem(
        status,
        html(status === 502 ? '502 Bad Gateway' : '503 Service Temporarily Unavailable'),
      )
    : general(status, status === 429 ? 'Request over limit' : 'Internal server error')

export const blocked = () => new Problem(403, html('403 Forbidden'))
