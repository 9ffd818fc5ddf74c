/** Makes calls of a sandbox fail or wait, by its control routes. */
export const addFault = async (url: string, fault: object): Promise<void> => {
  const response = await fetch(`${url}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fault),
  })
  if (!response.ok) throw new Error(await response.text())
}

export const removeFaults = async (url: string): Promise<void> => {
  await fetch(`${url}/_sandbox/faults`, { method: 'DELETE' })
}

/** A fault is used up when its request has arrived. */
export const faultIsUsed = async (url: string, kind: string): Promise<boolean> =>
  !(await (await fetch(`${url}/_sandbox/faults`)).text()).includes(kind)
