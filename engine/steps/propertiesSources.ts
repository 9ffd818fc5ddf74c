import {
  InputError,
  type Action,
  type PropertiesDataSource,
  type Property,
} from '../../definitions/index.ts'

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
