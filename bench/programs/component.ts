import { pipedrive } from 'pipedrive-component'
import { runStep } from 'pipedrive-component/engine'
import { openClient } from 'pipedrive-component/runtime'

/** One step in a process that has just started. */
const [, , apiDomain = '', id = ''] = process.argv
const tokens = { accessToken: 'token', apiDomain }
const client = openClient({ component: pipedrive, tokens, allowLoopback: true })
const action = pipedrive.actions.find(({ name }) => name === 'getLeadDetails')
const result = action && (await runStep(action, { id }, { client }))
if (!result || 'error' in result) process.exit(1)
console.log(JSON.stringify(result.output))
process.exit()
