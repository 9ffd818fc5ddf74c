import { describe, expect, test } from 'vitest'
import { basicAuth } from '../../triggers/basicAuth.ts'
import { triggers } from '../../triggers/index.ts'

const subscription = { id: 1, user: 'u', password: 'p' }
const headers = { authorization: basicAuth('u', 'p') }
const meta = { id: 'e1', action: 'create', entity: 'deal', timestamp: '2026-03-02T08:15:01.250Z' }
const good = { data: { id: 1 }, previous: null, meta }

const malformed: Readonly<Record<string, unknown>> = {
  'no body': null,
  'a text': 'hello',
  'a list': [good],
  'no meta': { data: {} },
  'meta a list': { ...good, meta: [] },
  'data a list': { ...good, data: [1] },
  'data a text': { ...good, data: 'x' },
  'previous a text': { ...good, previous: 'x' },
  'previous a list': { ...good, previous: [1] },
  'an empty id': { ...good, meta: { ...meta, id: '' } },
  'an id that is a number': { ...good, meta: { ...meta, id: 5 } },
  'a time long ago': { ...good, meta: { ...meta, timestamp: -1e20 } },
  'a time never to come': { ...good, meta: { ...meta, timestamp: 1e300 } },
  'a time that is a word': { ...good, meta: { ...meta, timestamp: 'yesterday' } },
  'a time that is a list': { ...good, meta: { ...meta, timestamp: [] } },
}

describe.each(triggers.map(trigger => [trigger.name, trigger] as const))('%s', (_name, trigger) => {
  test.each(Object.entries(malformed))('refuses a delivery with %s', (_what, body) => {
    expect(trigger.webhookValidate({ headers, body }, subscription)).toEqual({ status: 400 })
    expect(trigger.webhookRequest({ headers, body }, subscription)).toBeUndefined()
  })

  test.each([good, { ...good, previous: [] }, { ...good, data: null }, { meta: { id: 'e1' } }])(
    'takes %j',
    body => {
      expect(trigger.webhookValidate({ headers, body }, subscription)).toEqual({ status: 200 })
      expect(() => trigger.webhookRequest({ headers, body }, subscription)).not.toThrow()
    },
  )
})
