import {
  InputError,
  type Action,
  type OptionsDataSource,
  type OptionsPage,
  type OptionsQuery,
} from '../../definitions/index.ts'
import { memberSources } from './memberSources.ts'
import { optionsSources } from './optionsSources.ts'
import { propertiesSources } from './propertiesSources.ts'
import { driveSync } from '../requests/driveSync.ts'
import { createMeter, type Cost } from './meter.ts'
import { measure, measureSync, type StepFailure } from './result.ts'
import { openMeter, type StepOptions, type StepSyncOptions } from './runStep.ts'

export type OptionsResult = (OptionsPage<unknown> & Cost) | StepFailure

/** The choices of a select, or why there are none. */
export const loadOptions = async (
  action: Action,
  path: string,
  query: OptionsQuery<unknown>,
  options: Pick<StepOptions, 'client' | 'signal' | 'onRequest'>,
): Promise<OptionsResult> => {
  const { meter, run } = openMeter(options)
  return measure(meter, () => run(optionsSource(action, path).options(query)))
}

/** The same for a host without promises. */
export const loadOptionsSync = (
  action: Action,
  path: string,
  query: OptionsQuery<unknown>,
  { client, onRequest }: StepSyncOptions,
): OptionsResult => {
  const meter = createMeter(client.now, onRequest)
  const send = client.sender({ onRequest: meter.record })
  return measureSync(meter, () => driveSync(optionsSource(action, path).options(query), send))
}

/** The live list of a property. Throws an `InputError` that names the ones there are. */
export const optionsSource = (action: Action, path: string): OptionsDataSource<unknown> => {
  const sources = optionsSources(action)
  const source = sources.get(path) ?? sourceOfMember(action, path)
  if (source) return source
  throw noSource(action, path, [...sources.keys()])
}

const noSource = ({ name }: Action, path: string, paths: readonly string[]) =>
  new InputError(
    path,
    `${name} has no live list there`,
    paths.length > 0 ? `There are ${paths.join(', ')}.` : 'It has none at all.',
  )

/** The live list of a member of a dynamic property, which is asked for first. */
const sourceOfMember = (action: Action, path: string): OptionsDataSource<unknown> | undefined => {
  for (const [group, { properties }] of propertiesSources(action)) {
    if (!path.startsWith(`${group}.`)) continue
    return {
      name: path,
      *options(query) {
        const members = yield* properties({ input: query.input })
        const sources = memberSources(group, members)
        const source = sources.get(path)
        if (source) return yield* source.options(query)
        throw noSource(action, path, sources.paths)
      },
    }
  }
  return undefined
}
