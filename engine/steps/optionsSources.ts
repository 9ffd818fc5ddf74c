import type { Action, OptionsDataSource, Property } from '../../definitions/index.ts'

/** All live lists of an operation by the path of their property. */
export const optionsSources = ({
  properties,
}: Pick<Action, 'properties'>): ReadonlyMap<string, OptionsDataSource<unknown>> =>
  new Map(Object.entries(properties).flatMap(([name, property]) => sourcesWithin(name, property)))

const sourcesWithin = (
  path: string,
  { optionsDataSource, properties = {}, items }: Property,
): readonly (readonly [string, OptionsDataSource<unknown>])[] => [
  ...(optionsDataSource ? [[path, optionsDataSource] as const] : []),
  ...(items ? sourcesWithin(path, items) : []),
  ...Object.entries(properties).flatMap(([name, property]) =>
    sourcesWithin(`${path}.${name}`, property),
  ),
]
