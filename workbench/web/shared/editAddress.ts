/** The address at which the form of a step is open, at one of its fields. */
export const editAddress = (workflowId: string, node: string, path?: string): string => {
  const query = new URLSearchParams({ step: node, ...(path !== undefined && { field: path }) })
  return `/workflows/${workflowId}?${query}`
}
