import type { FastifyInstance } from 'fastify'
import { integer, string } from '../../../definitions/index.ts'
import type { AlertsView, AlertTest } from '../../api/index.ts'
import type { Context } from '../context.ts'
import { body } from '../requests.ts'
import { checkedMinutes, checkedUrl } from './settings.ts'

export const addAlerts = (server: FastifyInstance, { alerts }: Context): void => {
  server.get('/api/alerts', async (): Promise<AlertsView> => alerts.view())
  server.put('/api/alerts', async (request): Promise<AlertsView> => {
    const given = body({ webhookUrl: string(), minutes: integer({ required: true }) }, request)
    const minutes = checkedMinutes(given.minutes)
    const { webhookUrl: before } = alerts.settings()
    const wanted = given.webhookUrl ?? before ?? ''
    const webhookUrl = wanted.trim() === '' ? undefined : checkedUrl(wanted.trim())
    await alerts.change({ minutes, ...(webhookUrl !== undefined && { webhookUrl }) })
    return alerts.view()
  })
  server.post('/api/alerts/test', async (): Promise<AlertTest> => alerts.test())
}
