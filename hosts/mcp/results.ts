import { type Component, type ComponentError } from '../../definitions/index.ts'
import { serializeError, type Cost, type Warning } from '../../engine/index.ts'
import type { CallToolResult } from './sdk.d.ts'
import type { Answer } from './tool.ts'

/** What the calls of today have cost, in tokens of the account's daily budget. */
export interface Spent {
  readonly usedToday: number
  /** Absent where the plan of the account is not known. */
  readonly tokensPerDay?: number
}

type Price = Pick<Cost, 'requests' | 'tokenCost' | 'ms'>

const meta = ({ name }: Component, { requests, tokenCost, ms }: Price, spent?: Spent) => ({
  [`${name}/cost`]: { tokens: tokenCost, requests: requests.length, ms },
  ...(spent && { [`${name}/budget`]: spent }),
})

/** Texts of the account, of which nothing reads as if it were ours. */
export const quoted = (texts: readonly string[]): string =>
  texts.map(text => JSON.stringify(text)).join(', ')

const maxWarnings = 10

export const resultOf = (
  component: Component,
  { structured, summary, text, warnings = [] }: Answer,
  price: Price,
  spent: Spent | undefined,
): CallToolResult => {
  const shown = warnings.slice(0, maxWarnings)
  const lines = [summary, ...shown.map(warningText), text]
  return {
    content: [{ type: 'text', text: lines.filter(Boolean).join('\n') }],
    structuredContent: {
      ...structured,
      ...(shown.length > 0 && { warnings: shown.map(warningText) }),
    },
    _meta: meta(component, price, spent),
  }
}

const warningText = ({ path, expected, got }: Warning) =>
  `Warning: ${JSON.stringify(path)}: expected ${expected}, got ${got}.`

/** What others have said is in quotes: it may be anything. */
export const errorResult = (
  component: Component,
  error: ComponentError,
  price: Price,
  spent: Spent | undefined,
): CallToolResult => {
  const shown = serializeError(error)
  const lines = [
    `${shown.name}: ${JSON.stringify(shown.message)}`,
    ...(shown.path
      ? [`Field: ${/^[\w.[\]-]+$/.test(shown.path) ? shown.path : JSON.stringify(shown.path)}`]
      : []),
    `Remedy: ${shown.hint ? JSON.stringify(shown.hint) : remedies[shown.recovery]}`,
  ]
  return {
    isError: true,
    content: [{ type: 'text', text: lines.join('\n') }],
    structuredContent: { error: shown },
    _meta: meta(component, price, spent),
  }
}

const remedies = {
  'fix-input': 'Correct the arguments and call again.',
  reconnect: 'Tell the user to connect to the account again.',
  'add-scope': 'Tell the user that the app lacks a scope for this.',
  wait: 'Wait before you call again.',
  retry: 'Call again.',
  check: 'Look whether it has happened before you call again.',
  report: 'Tell the user; this can’t be mended by calling again.',
} as const
