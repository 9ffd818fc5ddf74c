import { pipedrive } from '../../../component/index.ts'
import {
  ApiError,
  ComponentError,
  InputError,
  type PropertyManifest,
} from '../../../definitions/index.ts'
import { layoutOf } from '../../../hosts/n8n/src/layout.ts'
import { originOf } from '../../../hosts/n8n/src/origin.ts'
import { simplified } from '../../../hosts/n8n/src/simplify.ts'
import { wordsOf } from '../../../hosts/n8n/src/words.ts'

const addDeal = layoutOf(pipedrive).find(({ action }) => action.name === 'addDeal')

test('an error of the API says Pipedrive’s words, and the call below them', () => {
  const error = new ApiError(
    { method: 'GET', path: '/api/v2/deals/{id}' },
    { status: 404, body: {} },
    'Deal not found – Look at the reference.',
    { recovery: 'fix-input', hint: 'The record does not exist.' },
  )
  expect(wordsOf(error)).toEqual({
    message: 'Deal not found',
    description:
      'The record does not exist. GET /api/v2/deals/{id} answered 404. Look at the reference.',
    status: 404,
  })
})

test('a wrong input is named by its label, and where it stands', () => {
  const error = new InputError([
    { path: 'deal.value', problem: '"much" is not a number' },
    { path: 'deal.email[0].value', problem: 'is required' },
  ])
  const { message, description } = wordsOf(error, addDeal)
  expect(message).toBe('Value: "much" is not a number; deal.email[0].value: is required')
  expect(description).toBe('Nothing was sent; look at deal.value, deal.email[0].value.')
})

test('any other error keeps its words', () => {
  expect(wordsOf(new ComponentError('It broke', { recovery: 'retry', hint: 'Again.' }))).toEqual({
    message: 'It broke',
    description: 'Again.',
  })
})

test('simplified, a record has what is declared and nothing else', () => {
  const properties: PropertyManifest[] = [
    { name: 'id', type: 'INTEGER', controlType: 'INTEGER' },
    { name: 'title', type: 'STRING', controlType: 'TEXT' },
    {
      name: 'owner',
      type: 'OBJECT',
      controlType: 'OBJECT_BUILDER',
      properties: [{ name: 'name', type: 'STRING', controlType: 'TEXT' }],
    },
  ]
  expect(simplified(properties, { more: 1, id: 1, owner: { name: 'Ada', mail: 'x' } })).toEqual({
    id: 1,
    title: null,
    owner: { name: 'Ada' },
  })
  expect(simplified(properties, null)).toBeNull()
})

describe('the token goes to Pipedrive, or to the server that has given it', () => {
  const token = (api_domain: unknown, more: object = {}) =>
    originOf(pipedrive.connection, {
      accessTokenUrl: 'https://oauth.pipedrive.com/oauth/token',
      oauthTokenData: { api_domain },
      ...more,
    })
  const sandbox = { accessTokenUrl: 'http://127.0.0.1:4180/oauth/token' }

  test('and nowhere else', () => {
    expect(token('https://company.pipedrive.com')).toBe('https://company.pipedrive.com')
    expect(token('http://127.0.0.1:4180', sandbox)).toBe('http://127.0.0.1:4180')
    for (const domain of [
      'https://company.pipedrive.com.example.com',
      'http://company.pipedrive.com',
      'https://examplepipedrive.com',
      'http://127.0.0.1:4180',
      'not an address',
    ])
      expect(() => token(domain)).toThrow('no token is sent there')
    expect(() => token('http://127.0.0.1:4181', sandbox)).toThrow('no token is sent there')
  })

  test('a credential without an account says so', () => {
    for (const data of [undefined, {}, '{}', null])
      expect(() => token('', { oauthTokenData: data })).toThrow('is not connected')
    expect(token('', { oauthTokenData: '{"api_domain":"https://a.pipedrive.com"}' })).toBe(
      'https://a.pipedrive.com',
    )
  })
})
