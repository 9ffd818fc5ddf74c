import {
  displayRules,
  isRecord,
  parseCondition,
  type ActionManifest,
  type PropertyManifest,
} from '../../definitions/index.ts'
import { failed, lengthError, memberPlace, type Errors, type Place } from './place.ts'

/** A rule across fields: what is wrong with an object, if it is broken. */
export type Rule = (value: unknown, place: Place) => Errors

/** Those of an action, in the order of its schema. Of what is no object, nothing is missing. */
export const actionRules = ({
  properties,
  anyOf,
}: Pick<ActionManifest, 'properties' | 'anyOf'>): readonly Rule[] => [
  ...(anyOf ? [groupRule(anyOf)] : []),
  ...displayRules(properties).map(({ path, condition }): Rule => {
    const comparisons = parseCondition(condition)
    return (value, place) => {
      const isShown = comparisons.every(
        one => has(value, one.path, given => given === one.literal) === one.equals,
      )
      return isShown || !has(value, path.split('.'))
        ? []
        : [failed(inSchema(place, 'else'), 'not', {}, 'NOT be valid')]
    }
  }),
]

const groupRule =
  (groups: readonly (readonly string[])[]): Rule =>
  (value, place) =>
    groups.some(paths => paths.every(path => has(value, path.split('.'))))
      ? []
      : [failed(place, 'anyOf', {}, 'match a schema in anyOf')]

/** A minimum length that holds only while its siblings have other values. */
export const lengthRules = (properties: readonly PropertyManifest[]): readonly Rule[] =>
  properties.flatMap(({ name = '', minLength = 0, minLengthUnless }) =>
    minLengthUnless === undefined
      ? []
      : [
          (value, place) => {
            const siblings = Object.entries(minLengthUnless)
            const text = isRecord(value) ? value[name] : undefined
            return typeof text !== 'string' ||
              [...text].length >= minLength ||
              siblings.every(([own, wanted]) => has(value, [own], given => given === wanted))
              ? []
              : [
                  lengthError(
                    memberPlace(inSchema(place, 'else'), name),
                    'minLength',
                    'fewer',
                    minLength,
                  ),
                ]
          },
        ],
  )

const inSchema = (place: Place, keyword: string): Place => ({
  ...place,
  schema: `${place.schema}/${keyword}`,
})

const has = (
  value: unknown,
  [name, ...rest]: readonly string[],
  fits = (_value: unknown) => true,
): boolean => {
  if (name === undefined) return fits(value)
  return !isRecord(value) || (value[name] !== undefined && has(value[name], rest, fits))
}
