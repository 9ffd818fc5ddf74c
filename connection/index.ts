import { connection, object, string } from '../definitions/index.ts'
import { get } from '../component/api.ts'

const Me = object({ properties: { name: string(), company_name: string() } })

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
      /** Fixed per app: they are ticked in the Developer Hub, not asked for. */
      scopes: [
        'base',
        'deals:full',
        'contacts:full',
        'leads:full',
        'activities:read',
        'users:read',
        'webhooks:full',
      ],
      refreshOn: [401],
    },
  ],
  baseUri: ({ api_domain }) => api_domain,
  allowedHosts: ['pipedrive.com'],
  *test() {
    const { name, company_name } = yield* get('/api/v1/users/me', { returns: Me })
    return [name, company_name].filter(Boolean).join(' · ')
  },
})
