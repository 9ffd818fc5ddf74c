import { pipedrive } from 'pipedrive-component'
import { isRecord, type Action, type Component } from 'pipedrive-component/definitions'
import { runStep, type Client } from 'pipedrive-component/engine'
import { openClient } from 'pipedrive-component/runtime'
import { Configuration, LeadsApi } from 'pipedrive/v1'
import { Pool } from 'undici'

export const leadId = 'adf21080-0e10-11eb-879b-05d71fb426ec'
const accessToken = 'token'
const unlimited = 1e9

/** The component with limits that are never reached: all is counted, but the server's are not. */
export const withoutLimits: Component = {
  ...pipedrive,
  limits: {
    ...pipedrive.limits,
    groups: { general: unlimited, search: unlimited },
    read: response => ({
      ...pipedrive.limits.read(response),
      ...{ limit: undefined, remaining: undefined },
    }),
  },
}

export const actionOf = (name: string): Action => {
  const action = pipedrive.actions.find(action => action.name === name)
  if (!action) throw new TypeError(`there is no action ${name}`)
  return action
}

export const openComponent = (apiDomain: string, component = withoutLimits, token = accessToken) =>
  openClient({ component, tokens: { accessToken: token, apiDomain }, allowLoopback: true })

/** Runs a step that has to succeed. */
export const step = async (client: Client, action: Action, input: unknown): Promise<unknown> => {
  const result = await runStep(action, input, { client })
  if ('error' in result) throw result.error
  return result.output
}

/** *Get lead details* by each of them, and what closes them. */
export const openContenders = (url: string) => {
  const pool = new Pool(url, { connections: 16 })
  const leads = new LeadsApi(new Configuration({ basePath: `${url}/api/v1`, accessToken }))
  const client = openComponent(url)
  const getLeadDetails = actionOf('getLeadDetails')
  const headers = { authorization: `Bearer ${accessToken}` }
  return {
    calls: {
      undici: async () => {
        const { body } = await pool.request({
          ...{ method: 'GET', path: `/api/v1/leads/${leadId}`, headers },
        })
        return body.json()
      },
      official: async () => {
        const { data } = await leads.getLead({ id: leadId })
        if (!isRecord(data)) throw new TypeError('the official client got no lead')
        return data
      },
      component: () => step(client, getLeadDetails, { id: leadId }),
    },
    close: () => Promise.all([pool.close(), client.close()]),
  }
}
