import { isDeepStrictEqual } from 'node:util'
import { collectStrings, parseReference, reference } from '../../../engine/index.ts'
import type { Action, Component, Property, Trigger } from '../../../definitions/index.ts'
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
  component: Component,
  steps: readonly PricedStep[],
  trigger: PricedTrigger | undefined,
): readonly Advice[] =>
  steps.flatMap((step, index) => adviceFor(component, step, index, steps, trigger) ?? [])

const adviceFor = (
  component: Component,
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
  const taken = membersTaken(component, node.name, steps.slice(index + 1))
  if (taken.length === 0) return { kind: 'unused', ...saving }
  const inEvent = (key: string) => trigger && isInEvent(component, trigger, step, key)
  if (trigger && isOfEvent(component, step, trigger) && taken.every(inEvent))
    return { kind: 'in-event', ...saving, other: trigger.node.name }
  if (action.list && isEmpty(node.parameters['limit']))
    return { kind: 'unlimited', step: node.name }
  return undefined
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === ''

const isTwin = (one: PricedStep, other: PricedStep) =>
  one.node.type === other.node.type && isDeepStrictEqual(one.node.parameters, other.node.parameters)

/** Which members of a record later steps take from the output of a step; '' for the whole of it. */
const membersTaken = (
  { recordPath }: Component,
  name: string,
  later: readonly PricedStep[],
): readonly string[] => {
  const way = recordPath.split('.')
  return later
    .flatMap(({ node }) => referencesIn(node.parameters).filter(({ node }) => node === name))
    .map(({ keys }) => (way.every((key, at) => keys[at] === key) ? (keys[way.length] ?? '') : ''))
}

const referencesIn = (parameters: unknown) =>
  collectStrings(parameters, '').flatMap(({ text }) =>
    [...text.matchAll(reference)].flatMap(([, inner = '']) => parseReference(inner) ?? []),
  )

/** It reads the record that the event is about. */
const isOfEvent = (
  { recordPages = {} }: Component,
  { node, action }: PricedStep,
  { node: event, trigger }: PricedTrigger,
) =>
  recordPages[action.name] !== undefined &&
  recordPages[action.name]?.kind === recordPages[trigger.name]?.kind &&
  action.list === undefined &&
  node.parameters['id'] === `\${${event.name}.id}`

/** Under the same name and of the same type; a linked record is an id in the event alone. */
const isInEvent = (
  { recordPath }: Component,
  { trigger }: PricedTrigger,
  { action }: PricedStep,
  key: string,
) => {
  const inEvent = trigger.output.properties?.[key]?.type
  const record = recordPath
    .split('.')
    .reduce<Property | undefined>((within, name) => within?.properties?.[name], action.output)
  return inEvent !== undefined && inEvent === record?.properties?.[key]?.type
}
