import type { ConformanceHost } from '../host.ts'

type Load = () => Promise<{ readonly host: ConformanceHost }>

/** All hosts by the name that `npm run conformance -- NAME` takes; each is loaded as it is needed. */
export const hosts: Readonly<Record<string, Load>> = {
  node: () => import('./node.ts'),
  n8n: () => import('./n8n.ts'),
  mcp: () => import('./mcp.ts'),
  'bytechef-vm': () => import('./bytechefVm.ts'),
  'bytechef-graal': () => import('./bytechefGraal.ts'),
}
