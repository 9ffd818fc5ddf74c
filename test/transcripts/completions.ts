import type { HttpRequest, HttpResponse } from '../../definitions/index.ts'
import type { Transcript } from './replay.ts'

type Named = (name: string) => Partial<HttpResponse>
type Files = readonly (readonly [string, readonly Transcript[]])[]

/**
 * What may happen while the event of a record is completed: one story, told of each trigger by its
 * transcript in which all goes well.
 */
export const completions = (transcripts: readonly Transcript[], named: Named): Files =>
  transcripts
    .filter(({ operation, complete }) => complete && ofRecord.test(operation))
    .map(transcript => [`${transcript.operation}, with what may happen`, story(transcript, named)])

const ofRecord = /^triggers\/\w+(Deal|Organization|Person)\.hydrate$/

const story = ({ complete: _, ...good }: Transcript, named: Named): readonly Transcript[] => {
  const [[record, users, ...more] = []] = good.exchange
  if (!record || !users) throw new Error(`${good.operation} asks for the record and for the users`)
  const event = good.input as { readonly data: object; readonly meta: object }
  const output = { ...Object(good.output) }
  const withoutMail = { ...output, email_messages_count: null, cc_email: null }
  const answered = (response: string) => [
    [{ ...record, response: named(response) }, users, ...more],
  ]
  const { method, path } = record.request as HttpRequest
  return [
    {
      ...good,
      about: 'A record that is gone meanwhile leaves its fields empty.',
      exchange: answered('recordNotFound'),
      output: withoutMail,
    },
    {
      ...good,
      about: 'So does one that was purged.',
      exchange: answered('purged'),
      output: withoutMail,
    },
    {
      ...good,
      about: 'An unknown owner has no name, even in fresh users.',
      input: { ...event, data: { ...event.data, owner_id: 99 } },
      exchange: [
        [record, { ...users, response: named('cachedUsers') }, ...more],
        [{ ...users, request: { ...Object(users.request), fresh: true } }],
      ],
      output: { ...output, ...('owner_id' in output && { owner_id: 99 }), owner_name: null },
    },
    {
      ...good,
      about: 'An account that is not a number is left out.',
      input: { ...event, meta: { ...event.meta, company_id: 'nordlicht' } },
      output: {
        ...output,
        meta: { ...event.meta, company_id: 'nordlicht' },
        ...('company_id' in output && { company_id: null }),
      },
    },
    {
      ...good,
      about: 'The rate limit asks to wait, and the event may be completed later.',
      exchange: answered('rateLimited'),
      output: undefined,
      error: {
        name: 'ApiError',
        recovery: 'wait',
        message: `${method} ${path} answered 429: Request over limit – See the reference.`,
        hint: 'Pipedrive’s rate limit is reached; try again later.',
      },
    },
  ]
}
