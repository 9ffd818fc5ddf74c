import { connection, integer, object, read, string } from '../definitions/index.ts'
import { get } from '../component/api.ts'
import { missingScopes } from '../component/scopes.ts'

const Me = object({
  properties: {
    id: integer({ required: true }),
    name: string(),
    company_id: integer(),
    company_name: string(),
  },
})

/** Fixed per app: they are ticked in the Developer Hub, not asked for. */
const scopes = [
  'base',
  'deals:full',
  'contacts:full',
  'leads:full',
  'activities:read',
  'users:read',
  'webhooks:full',
]

/** https://pipedrive.readme.io/docs/marketplace-oauth-authorization */
export const pipedriveConnection = connection({
  version: 1,
  authorizations: [
    {
      name: 'oauth2_authorization_code',
      type: 'OAUTH2_AUTHORIZATION_CODE',
      title: 'OAuth2 Authorization Code',
      properties: {
        clientId: string({ label: 'Client Id', required: true }),
        clientSecret: string({ label: 'Client Secret', required: true }),
      },
      authorizationUrl: 'https://oauth.pipedrive.com/oauth/authorize',
      tokenUrl: 'https://oauth.pipedrive.com/oauth/token',
      refreshUrl: 'https://oauth.pipedrive.com/oauth/token',
      revokeUrl: 'https://oauth.pipedrive.com/oauth/revoke',
      scopes,
      refreshOn: [401],
    },
  ],
  baseUri: ({ api_domain }) => read(string({ required: true }), api_domain, 'api_domain'),
  allowedHosts: ['pipedrive.com'],
  exampleUri: 'https://company.pipedrive.com',
  missingScopes: granted => missingScopes(scopes, granted),
  /** The company keeps its id when it renames its domain. */
  *test() {
    const { id, name, company_id, company_name } = yield* get('/api/v1/users/me', { returns: Me })
    return {
      label: [name, company_name].filter(Boolean).join(' · '),
      identity: `company ${company_id ?? 'unknown'}, user ${id}`,
    }
  },
})
