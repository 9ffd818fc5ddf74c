import {
  propertyManifests,
  type Action,
  type PropertiesQuery,
  type PropertyManifest,
} from '../../definitions/index.ts'
import { driveSync } from '../requests/driveSync.ts'
import { createMeter, type Cost } from './meter.ts'
import { measure, measureSync, type StepFailure } from './result.ts'
import { propertiesSource } from './propertiesSources.ts'
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
