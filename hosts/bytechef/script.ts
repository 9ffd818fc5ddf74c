import { propertyManifest, type Component } from '../../definitions/index.ts'
import { generalOrigin } from './account.ts'
import { scriptAction } from './action.ts'
import type { Script } from './contract.ts'
import { scriptProperty } from './property.ts'
import { scriptTrigger } from './trigger.ts'

/** The whole component in the contract of a script. */
export const toScript = (component: Component, icon: string): Script => {
  const { name, title, description, version, connection } = component
  return {
    name,
    title,
    description,
    version,
    icon,
    connection: {
      baseUri: generalOrigin,
      authorizations: connection.authorizations.map(authorization => ({
        name: authorization.name,
        type: authorization.type,
        title: authorization.title,
        properties: Object.entries(authorization.properties).map(([own, property]) =>
          scriptProperty({ name: own, ...propertyManifest(property) }),
        ),
        authorizationUrl: authorization.authorizationUrl,
        tokenUrl: authorization.tokenUrl,
        refreshUrl: authorization.refreshUrl,
        scopes: authorization.scopes,
      })),
    },
    actions: [...component.actions, component.customAction].map(action =>
      scriptAction(component, action),
    ),
    triggers: component.triggers.map(trigger => scriptTrigger(component, trigger)),
  }
}
