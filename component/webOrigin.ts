import { object, string, type Exchange } from '../definitions/index.ts'
import { get } from './api.ts'
import { referenceDataTtl } from './lookups.ts'

const Me = object({ properties: { company_domain: string({ required: true }) } })

/** https://developers.pipedrive.com/docs/api/v1/Users#getCurrentUser */
export function* webOrigin(): Exchange<string> {
  const { company_domain } = yield* get('/api/v1/users/me', {
    reuse: referenceDataTtl,
    returns: Me,
  })
  return `https://${company_domain}.pipedrive.com`
}
