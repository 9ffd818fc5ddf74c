import fc from 'fast-check'
import type { ServerResponse } from 'node:http'

/** Ways in which a server may write a secret that it repeats. */
const encodings = {
  plain: (secret: string) => JSON.stringify(secret).slice(1, -1),
  'as PHP writes JSON': (secret: string) =>
    JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/'),
  'in an address': encodeURIComponent,
  'as code points': (secret: string) =>
    [...secret].map(one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
} as const

/** Bodies of JSON that have it somewhere. */
const places = {
  error: (said: string) => `{"success":false,"error":"No ${said}","error_info":"x"}`,
  error_info: (said: string) => `{"success":false,"error":"No","error_info":"Bearer ${said}."}`,
  message: (said: string) => `{"success":false,"message":"${said}"}`,
  errors: (said: string) => `{"errors":{"${said}":["is ${said}"]},"success":false}`,
  'an OAuth error': (said: string) => `{"error":"${said}","error_description":"It was ${said}"}`,
  record: (said: string) =>
    `{"success":true,"data":{"id":1,"title":"${said}","name":"a ${said} b","${said}":[{"x":"${said}"}]}}`,
  rows: (said: string) => `{"success":true,"data":[{"id":1,"name":"${said}"}]}`,
  'a text for an id': (said: string) => `{"success":true,"data":{"id":"${said}"}}`,
  'broken JSON': (said: string) => `{"success":true,"data":{"id":1,"title":"${said}" ${said}`,
  'JSON in a text': (said: string) => `{"success":false,"error":"{\\"a\\":\\"${said}\\"}"}`,
  HTML: (said: string) => `<html>${said}</html>`,
  text: (said: string) => said,
} as const

export interface Echo {
  readonly encoding: keyof typeof encodings
  readonly place: keyof typeof places
  readonly status: number
  readonly type: string
}

const keysOf = <Key extends string>(values: Readonly<Record<Key, unknown>>) =>
  Object.keys(values) as Key[]

export const echo: fc.Arbitrary<Echo> = fc.record({
  encoding: fc.constantFrom(...keysOf(encodings)),
  place: fc.constantFrom(...keysOf(places)),
  status: fc.constantFrom(200, 201, 302, 400, 401, 403, 404, 410, 422, 429, 500, 503),
  type: fc.constantFrom('application/json', 'text/plain', 'text/html'),
})

export const answerWith = (response: ServerResponse, secret: string, it: Echo): void => {
  const said = encodings[it.encoding](secret)
  response
    .writeHead(it.status, {
      'content-type': it.type,
      location: `/x?y=${encodeURIComponent(secret)}`,
      'x-echo': encodeURIComponent(secret),
    })
    .end(places[it.place](said))
}

/** Which of the secrets can be read in a text, however it is written. */
export const shownIn = (
  text: string,
  secrets: Readonly<Record<string, string>>,
): readonly string[] =>
  Object.entries(secrets).flatMap(([name, secret]) =>
    [secret, encodeURIComponent(secret), ...Object.values(encodings).map(encode => encode(secret))]
      .concat(Buffer.from(secret).toString('base64'))
      .some(form => text.includes(form))
      ? [name]
      : [],
  )
