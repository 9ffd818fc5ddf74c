/** The same value without the member that the keys lead to. */
export const without = (value: unknown, [key, ...rest]: readonly string[]): unknown => {
  if (key === undefined || typeof value !== 'object' || value === null) return value
  const change = (name: string, member: unknown) =>
    name === key
      ? rest.length === 0
        ? []
        : [[name, without(member, rest)] as const]
      : [[name, member] as const]
  if (Array.isArray(value))
    return value.flatMap((member, index) => change(String(index), member).map(([, kept]) => kept))
  return Object.fromEntries(Object.entries(value).flatMap(([name, member]) => change(name, member)))
}
