import { comparisons } from '../filters.ts'
import type { Route } from '../route.ts'
import { v1 } from '../route.ts'

const words: Readonly<Record<string, string>> = {
  '=': 'is',
  '!=': 'is not',
  '>': 'is more than',
  '<': 'is less than',
  '>=': 'is more than or the same as',
  '<=': 'is less than or the same as',
  'IS NULL': 'is empty',
  'IS NOT NULL': 'is not empty',
  contains: 'has',
  not_contains: 'does not have',
  "LIKE '%$%'": 'has in it',
  "LIKE '$%'": 'begins with',
  "NOT LIKE '$%'": 'does not begin with',
  "NOT LIKE '%$%'": 'does not have in it',
}
const worded = (operators: readonly string[]) =>
  Object.fromEntries(operators.map(operator => [operator, words[operator] ?? operator]))

const presence = ['IS NULL', 'IS NOT NULL']
const choice = ['=', '!=']
const measured = [...choice, '>', '<', '>=', '<=', ...presence]
const written = [...choice, ...presence, "LIKE '%$%'", "LIKE '$%'", "NOT LIKE '$%'"]

const operators: Readonly<Record<string, readonly string[]>> = {
  int: measured,
  double: measured,
  monetary: measured,
  date: measured,
  time: measured,
  varchar: written,
  text: written,
  title: written.filter(operator => !presence.includes(operator)),
  set: [...choice, 'contains', 'not_contains', ...presence],
  enum: [...choice, ...presence],
  user: [...choice, ...presence],
  person: [...choice, ...presence],
  organization: [...choice, ...presence],
  deal: [...choice, ...presence],
  stage: choice,
  status: choice,
  pipeline: choice,
  visible_to: choice,
}

/** Operators of conditions that the sandbox supports. */
export const filterHelpers: Route = v1({
  method: 'GET',
  path: '/filters/helpers',
  tokens: 20,
  scopes: ['deals', 'activities', 'contacts'].flatMap(name => [`${name}:read`, `${name}:full`]),
  handle: () => ({
    success: true,
    data: {
      operators: Object.fromEntries(
        Object.entries(operators).map(([type, names]) => [type, worded(names)]),
      ),
      deprecated_operators: worded(
        Object.keys(comparisons).filter(operator => operator === "NOT LIKE '%$%'"),
      ),
      relative_dates: {},
      address_field_components: {},
    },
  }),
})
