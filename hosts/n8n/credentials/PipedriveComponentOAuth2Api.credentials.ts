import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow'

const hidden = (displayName: string, name: string, value: string): INodeProperties => ({
  displayName,
  name,
  type: 'hidden',
  default: value,
})

/** https://pipedrive.readme.io/docs/marketplace-oauth-authorization */
export class PipedriveComponentOAuth2Api implements ICredentialType {
  name = 'pipedriveComponentOAuth2Api'
  extends = ['oAuth2Api']
  displayName = 'Pipedrive Component OAuth2 API'
  icon: Icon = {
    light: 'file:../nodes/PipedriveComponent/pipedrive.svg',
    dark: 'file:../nodes/PipedriveComponent/pipedrive.dark.svg',
  }
  documentationUrl = 'https://example.com/pipedrive-component'
  properties: INodeProperties[] = [
    hidden('Grant Type', 'grantType', 'authorizationCode'),
    hidden('Authorization URL', 'authUrl', 'https://oauth.pipedrive.com/oauth/authorize'),
    hidden('Access Token URL', 'accessTokenUrl', 'https://oauth.pipedrive.com/oauth/token'),
    // Scopes are ticked in Pipedrive's Developer Hub, and not asked for.
    hidden('Scope', 'scope', ''),
    hidden('Auth URI Query Parameters', 'authQueryParameters', ''),
    hidden('Authentication', 'authentication', 'header'),
  ]
}
