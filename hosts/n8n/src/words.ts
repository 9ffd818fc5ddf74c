import { ApiError, InputError, type ComponentError } from '../../../definitions/index.ts'
import type { Placed } from './layout.ts'

interface Words {
  readonly message: string
  readonly description: string
  /** Of the API's answer, where there was one. */
  readonly status?: number
}

const maxMessageLength = 300

/** What to show of an error: Pipedrive's own words, the call apart, properties by their labels. */
export const wordsOf = (error: ComponentError, placed?: Placed): Words => {
  const hint = error.hint ?? ''
  if (error instanceof ApiError) {
    const { status, apiMessage, call } = error
    // What it says, and what it says of that.
    const [said = '', ...more] = apiMessage.slice(0, maxMessageLength).split(' – ')
    return {
      message: said || error.message,
      description: [hint, `${call} answered ${status}.`, ...more].filter(Boolean).join(' '),
      status,
    }
  }
  if (!(error instanceof InputError)) return { message: error.message, description: hint }
  const problems = error.problems.map(({ path, problem }) => {
    const label = labelAt(placed, path)
    return label === '' ? problem : `${label}: ${withLabels(placed, problem)}`
  })
  const paths = [...new Set(error.problems.map(({ path }) => path))].filter(Boolean)
  const where =
    paths.length > 0
      ? `Nothing was sent; look at ${paths.slice(0, 5).join(', ')}.`
      : 'Nothing was sent.'
  return { message: problems.slice(0, 20).join('; '), description: `${hint} ${where}`.trim() }
}

/** The label of the property at a path, or the path where there is none. */
const labelAt = (placed: Placed | undefined, path: string): string => {
  const field = placed?.fields.find(
    one => path === one.path.join('.') || path.startsWith(`${one.path.join('.')}.`),
  )
  const start = field?.path.join('.') ?? ''
  const rest = path.slice(start.length).replace(/^\./, '')
  const label = field?.property.label
  return label === undefined ? path : [label, rest].filter(Boolean).join(' ')
}

/** Rules across properties name others by their paths. */
const withLabels = (placed: Placed | undefined, problem: string): string =>
  (placed?.fields ?? []).reduce(
    (text, { path, property }) =>
      path.length > 1 && property.label !== undefined
        ? text.replaceAll(path.join('.'), property.label)
        : text,
    problem,
  )
