import {
  ComponentError,
  isRecord,
  memberAt,
  type Action,
  type Exchange,
  type Properties,
  type PropertiesDataSource,
} from '../../definitions/index.ts'
import { memberPath } from '../boundNames/uses.ts'
import { propertiesSources } from '../steps/propertiesSources.ts'
import { isText, namesWithin, type GivenName } from './namesIn.ts'

/**
 * Texts where an id is wanted, in members that only the account knows, such as custom fields. Asks for
 * those members only where an input has texts in them; the action needs them then in any case.
 */
export function* namesInAccount(
  action: Pick<Action, 'properties'>,
  input: unknown,
): Exchange<readonly GivenName[]> {
  const names: GivenName[] = []
  for (const [path, source] of propertiesSources(action)) {
    const group = memberAt(input, path)
    const given = Object.entries(isRecord(group) ? group : {}).filter(([, one]) => hasText(one))
    if (given.length === 0) continue
    const called = given.map(([name]) => name)
    const members = yield* membersFor(source, called, input)
    for (const [name, value] of given) {
      const property = members.get(name)
      const place = { path: memberPath(path, name), keys: [...path.split('.'), name] }
      if (property) names.push(...namesWithin(property, value, place))
    }
  }
  return names
}

const hasText = (value: unknown): boolean =>
  typeof value === 'string'
    ? isText(value)
    : typeof value === 'object' && value !== null && Object.values(value).some(hasText)

type Members = ReadonlyMap<string, Properties[string]>

/** By what the input calls them. Newer ones are asked for where one is unknown. */
function* membersFor(
  source: PropertiesDataSource,
  given: readonly string[],
  input: unknown,
): Exchange<Members> {
  try {
    const known = yield* read(source, given, input, false)
    return known.size === given.length ? known : yield* read(source, given, input, true)
  } catch (error) {
    // The action needs them too, and says what is wrong.
    if (error instanceof ComponentError) return new Map()
    throw error
  }
}

function* read(
  { properties, names }: PropertiesDataSource,
  given: readonly string[],
  input: unknown,
  fresh: boolean,
): Exchange<Members> {
  const members = yield* properties({ input, fresh })
  const called = yield* names?.({}) ?? none()
  return new Map(
    given.flatMap(name => {
      const found = called?.find(name) ?? { key: name }
      const isKnown = 'key' in found && Object.hasOwn(members, found.key)
      const property = isKnown ? members[found.key] : undefined
      return property ? [[name, property]] : []
    }),
  )
}

function* none(): Exchange<undefined> {}
