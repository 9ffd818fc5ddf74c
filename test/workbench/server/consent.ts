/** What a person does on the sandbox's consent page; where the browser is sent to is the answer. */
export const decide = async (address: string, decision: 'allow' | 'deny'): Promise<string> => {
  const html = await (await fetch(address)).text()
  const fields = new URLSearchParams({ decision })
  for (const [, name = '', value = ''] of html.matchAll(/name="(\w+)" value="([^"]*)"/g))
    if (name !== 'decision') fields.set(name, value.replaceAll('&amp;', '&'))
  const action = /action="([^"]*)"/.exec(html)?.[1] ?? ''
  const options = { method: 'POST', body: fields, redirect: 'manual' } as const
  const decided = await fetch(new URL(action, address), options)
  return decided.headers.get('location') ?? ''
}
