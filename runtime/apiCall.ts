import { pipedrive } from '../component/index.ts'
import { begin, member } from '../definitions/index.ts'
import type { Client } from './client.ts'
import { checkedInput, meter } from './step.ts'

export interface ApiCall {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: Readonly<Record<string, unknown>>
}

/** One call of the API, checked as Custom Action is; returns the body of the answer. */
export const apiCall = async (
  client: Client,
  { method = 'GET', ...rest }: ApiCall,
): Promise<unknown> => {
  const input = await checkedInput(pipedrive.customAction, { method, ...rest })
  return member(await meter({ client }).ask(begin(pipedrive.customAction, input)), 'body')
}
