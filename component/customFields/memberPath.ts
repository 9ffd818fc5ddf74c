/** Where a member stands in an input, as errors and warnings say it. */
export const memberPath = (path: string, name: string): string =>
  /^\w+$/.test(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name).slice(0, 100)}]`
