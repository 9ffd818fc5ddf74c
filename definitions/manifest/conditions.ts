/** One comparison of a `displayCondition`. */
export interface Comparison {
  readonly path: readonly string[]
  readonly equals: boolean
  readonly literal: string
}

const comparison = /^([\w.]+)\s*(==|!=)\s*'([^']*)'$/

/** Reads `a.b == 'x' && c != 'y'`. Throws a `SyntaxError` at anything else. */
export const parseCondition = (condition: string): readonly Comparison[] =>
  condition.split('&&').map(part => {
    const [, path, operator, literal] = comparison.exec(part.trim()) ?? []
    if (path === undefined || literal === undefined)
      throw new SyntaxError(`displayCondition: "${part.trim()}" is not path == 'literal'`)
    return { path: path.split('.'), equals: operator === '==', literal }
  })
