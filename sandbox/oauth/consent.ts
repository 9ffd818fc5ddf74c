import type { Store } from '../store.ts'
import type { Client } from './client.ts'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const escape = (text: string) => text.replace(/[&<>"']/g, sign => escapes[sign] ?? sign)

const style = `
  body { font: 16px/1.5 system-ui, sans-serif; background: #f5f5f6; color: #21232c; margin: 0 }
  main { max-width: 26rem; margin: 12vh auto; padding: 2rem; background: #fff; border-radius: 8px;
    box-shadow: 0 2px 12px #0002 }
  h1 { font-size: 1.3rem; margin-top: 0 }
  select { font: inherit; width: 100%; padding: .4rem }
  p.note { color: #65686f; font-size: .85rem }
  div { display: flex; gap: .75rem; margin-top: 1.5rem }
  button { font: inherit; padding: .6rem 1rem; border-radius: 6px; border: 1px solid #c6c8cb;
    background: #fff; cursor: pointer }
  button[value=allow] { background: #017737; border-color: #017737; color: #fff }`

const page = (title: string, content: string) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<link rel="icon" href="data:,">
<style>${style}
</style></head>
<body><main>
${content}
</main></body>
</html>
`

const hidden = (name: string, value: string) =>
  `<input type="hidden" name="${name}" value="${escape(value)}">`

export const consentPage = (store: Store, client: Client, state: string | undefined) => {
  const users = store.users.all().filter(user => user.active)
  const options = users.map(user => `<option value="${user.id}">${escape(user.name)}</option>`)
  return page(
    'Install app – sandbox',
    `<h1>Pipedrive component wants to work with ${escape(store.company.name)}</h1>
<p>It asks for these permissions:</p>
<ul>${client.scopes.map(scope => `<li>${escape(scope)}</li>`).join('')}</ul>
<form method="post" action="/oauth/authorize">
${hidden('client_id', client.id)}${hidden('redirect_uri', client.redirectUri)}
${state === undefined ? '' : hidden('state', state)}
<label>Signed in as <select name="user_id">${options.join('')}</select></label>
<div><button name="decision" value="allow">Allow and install</button>
<button name="decision" value="deny">Cancel</button></div>
</form>
<p class="note">This is the sandbox: no account of yours is touched.</p>`,
  )
}

export const refusalPage = (message: string) =>
  page(
    'Can not install – sandbox',
    `<h1>This app can not be installed</h1><p>${escape(message)}</p>`,
  )
