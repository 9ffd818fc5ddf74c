import { startSandbox, type Sandbox } from '../../../../sandbox/index.ts'

/** The account that n8n works on. */
export interface Account {
  readonly sandbox: Sandbox
  /** How many calls have reached paths that begin so. */
  callsTo(path: string): number
}

export const openAccount = async (redirectUri: string): Promise<Account> => {
  const paths: string[] = []
  const sandbox = await startSandbox({
    redirectUri,
    onExchange: ({ path }) => void paths.push(path),
  })
  return { sandbox, callsTo: start => paths.filter(path => path.startsWith(start)).length }
}
