import { isExact, isWellFormed, malformedText, type Problem } from '../../definitions/index.ts'

/** What could not be sent as it is: numbers that may have been rounded, and half characters. */
export const unsendable = (value: unknown, path = ''): readonly Problem[] => {
  if (typeof value === 'number')
    return isExact(value)
      ? []
      : [{ path, problem: `${value} is beyond what a number holds to the last digit` }]
  if (typeof value === 'string')
    return isWellFormed(value) ? [] : [{ path, problem: malformedText }]
  if (Array.isArray(value))
    return value.flatMap((item, index) => unsendable(item, `${path}[${index}]`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) => {
    const at = path ? `${path}.${key}` : key
    return isWellFormed(key)
      ? unsendable(member, at)
      : [{ path: at, problem: `the name ${malformedText}` }]
  })
}
