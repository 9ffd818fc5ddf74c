import { isDeepStrictEqual } from 'node:util'
import { collectStrings, parseReference, reference } from '../../../engine/index.ts'
import type { Action, Trigger } from '../../../definitions/index.ts'
import type { Advice, NodeJson, StepForecast } from '../../api/index.ts'

/** A step with what it runs and what it costs. */
export interface PricedStep {
  readonly node: NodeJson
  readonly action: Action
  readonly forecast: StepForecast
}

export interface PricedTrigger {
  readonly node: NodeJson
  readonly trigger: Trigger
}

/** Ways to spend less, each of which applies to this very workflow. */
export const adviceOn = (
  steps: readonly PricedStep[],
  trigger: PricedTrigger | undefined,
): readonly Advice[] => steps.flatMap((step, index) => adviceFor(step, index, steps, trigger) ?? [])

const adviceFor = (
  step: PricedStep,
  index: number,
  steps: readonly PricedStep[],
  trigger: PricedTrigger | undefined,
): Advice | undefined => {
  const { node, forecast, action } = step
  if (action.effect !== 'read' || forecast.tokenCost === 0) return undefined
  const saving = { step: node.name, saves: forecast.tokenCost }
  const twin = steps.slice(0, index).find(other => isTwin(other, step))
  if (twin) return { kind: 'repeated', ...saving, other: twin.node.name }
  const taken = membersTaken(node.name, steps.slice(index + 1))
  if (taken.length === 0) return { kind: 'unused', ...saving }
  if (trigger && isOfEvent(step, trigger) && taken.every(key => isInEvent(trigger, step, key)))
    return { kind: 'in-event', ...saving, other: trigger.node.name }
  if (action.list && isEmpty(node.parameters['limit']))
    return { kind: 'unlimited', step: node.name }
  return undefined
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === ''

const isTwin = (one: PricedStep, other: PricedStep) =>
  one.node.type === other.node.type && isDeepStrictEqual(one.node.parameters, other.node.parameters)

/** Which members of a record later steps take from the output of a step; '' for the whole of it. */
const membersTaken = (name: string, later: readonly PricedStep[]): readonly string[] =>
  later
    .flatMap(({ node }) => referencesIn(node.parameters).filter(({ node }) => node === name))
    .map(({ keys }) => (keys[0] === 'body' && keys[1] === 'data' ? (keys[2] ?? '') : ''))

const referencesIn = (parameters: unknown) =>
  collectStrings(parameters, '').flatMap(({ text }) =>
    [...text.matchAll(reference)].flatMap(([, inner = '']) => parseReference(inner) ?? []),
  )

/** It reads the record that the event is about. */
const isOfEvent = ({ node, action }: PricedStep, { node: event, trigger }: PricedTrigger) =>
  kindOf(action.name) === kindOf(trigger.name) &&
  action.name.endsWith('Details') &&
  node.parameters['id'] === `\${${event.name}.id}`

const kindOf = (operation: string) => /^(?:get|new|updated)(\w+?)(?:Details)?$/.exec(operation)?.[1]

/** Under the same name and of the same type; a linked record is an id in the event alone. */
const isInEvent = ({ trigger }: PricedTrigger, { action }: PricedStep, key: string) => {
  const inEvent = trigger.output.properties?.[key]?.type
  const record = action.output.properties?.['body']?.properties?.['data']
  return inEvent !== undefined && inEvent === record?.properties?.[key]?.type
}
