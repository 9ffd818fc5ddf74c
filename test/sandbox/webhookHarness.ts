import { useReceiver, useSandbox } from './harness.ts'

/** A sandbox whose webhooks are received; each test begins without any. */
export const useWebhooks = () => {
  const sandbox = useSandbox()
  const receiver = useReceiver()
  /** What has been delivered since it was asked for last. */
  const received = async () => {
    await sandbox.get('/_sandbox/deliveries')
    return receiver.deliveries.splice(0)
  }
  const subscribe = async (wanted: object = {}) => {
    const answer = await sandbox.post('/v1/webhooks', {
      name: 'Test & more',
      subscription_url: receiver.url,
      event_action: '*',
      event_object: '*',
      ...wanted,
    })
    return { status: answer.status, body: answer.body, data: answer.body.data }
  }
  afterEach(async () => {
    const { body } = await sandbox.get('/v1/webhooks')
    for (const { id } of body.data) await sandbox.remove(`/v1/webhooks/${id}`)
    receiver.answer(200)
    await received()
  })
  return { sandbox, received, subscribe }
}
