import {
  InputError,
  propertyManifests,
  type Action,
  type PropertiesDataSource,
  type PropertiesQuery,
  type Property,
  type PropertyManifest,
} from '../../definitions/index.ts'
import { driveSync } from '../requests/driveSync.ts'
import { createMeter, type Cost } from './meter.ts'
import { measure, measureSync, type StepFailure } from './result.ts'
import { openMeter, type StepOptions, type StepSyncOptions } from './runStep.ts'

/** The members of a dynamic property as a form draws them; none where the account has none. */
export type PropertiesResult =
  ({ readonly properties: readonly PropertyManifest[] } & Cost) | StepFailure

/** The members that a dynamic property has in this account, or why they can’t be read. */
export const loadProperties = async (
  action: Pick<Action, 'name' | 'properties'>,
  path: string,
  query: PropertiesQuery,
  options: Pick<StepOptions, 'client' | 'signal' | 'onRequest'>,
): Promise<PropertiesResult> => {
  const { meter, run } = openMeter(options)
  return measure(meter, async () => ({
    properties: propertyManifests(await run(propertiesSource(action, path).properties(query))),
  }))
}

/** The same for a host without promises. */
export const loadPropertiesSync = (
  action: Pick<Action, 'name' | 'properties'>,
  path: string,
  query: PropertiesQuery,
  { client, onRequest }: StepSyncOptions,
): PropertiesResult => {
  const meter = createMeter(client.now, onRequest)
  const send = client.sender({ onRequest: meter.record })
  return measureSync(meter, () => ({
    properties: propertyManifests(
      driveSync(propertiesSource(action, path).properties(query), send),
    ),
  }))
}

/** The source of a dynamic property. Throws an `InputError` that names the ones there are. */
export const propertiesSource = (
  action: Pick<Action, 'name' | 'properties'>,
  path: string,
): PropertiesDataSource => {
  const sources = propertiesSources(action)
  const source = sources.get(path)
  if (source) return source
  throw new InputError(
    path,
    `${action.name} has no dynamic properties there`,
    sources.size > 0 ? `There are ${[...sources.keys()].join(', ')}.` : 'It has none at all.',
  )
}

/** All dynamic properties of an operation by their path. */
export const propertiesSources = ({
  properties,
}: Pick<Action, 'properties'>): ReadonlyMap<string, PropertiesDataSource> =>
  new Map(Object.entries(properties).flatMap(([name, property]) => sourcesWithin(name, property)))

const sourcesWithin = (
  path: string,
  { propertiesDataSource, properties = {} }: Property,
): readonly (readonly [string, PropertiesDataSource])[] => [
  ...(propertiesDataSource ? [[path, propertiesDataSource] as const] : []),
  ...Object.entries(properties).flatMap(([name, property]) =>
    sourcesWithin(`${path}.${name}`, property),
  ),
]
