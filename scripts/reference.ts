import type {
  ActionManifest,
  AuthorizationManifest,
  ComponentManifest,
  PropertyManifest,
  TriggerManifest,
} from '../definitions/index.ts'

/**
 * The reference page in the grammar of the contract, `test/contract/pipedrive-reference.md`.
 * Spaces and empty lines are part of it.
 */
export const renderReference = (component: ComponentManifest): string => {
  const { title, description, version, componentCategories, connection } = component
  return `---
title: "${title}"
description: "${description}"
---
## Reference
<hr />

${description}

${`\nCategories: [${componentCategories.map(({ name }) => name).join(', ')}]\n`}

Version: ${version}

<hr />

${`\n\n## Connections\n\nVersion: ${connection.version}\n\n${connection.authorizations.map(authorization).join('\n')}\n\n\n\n<hr />\n`}

${`\n## Triggers\n\n${component.triggers.map(trigger).join('\n')}\n\n<hr />\n`}

${`\n## Actions\n\n${component.actions.map(action).join('\n')}\n`}
`
}

const inputs = `|      Name      |     Type     |     Control Type     |     Description     |
|:--------------:|:------------:|:--------------------:|:-------------------:|`
const outputs = `|     Type     |     Control Type     |
|:------------:|:--------------------:|`

const authorization = ({ title, properties }: AuthorizationManifest) => `
### ${title}

#### Properties

${inputs}
${rows(properties)}

`

const trigger = ({ title, description, type, properties, outputDefinition }: TriggerManifest) => `
### ${title}
${description}

#### Type: ${type}
#### Properties

${inputs}
${properties ? rows(properties) : 'null'}

${output(outputDefinition.outputResponse.outputSchema)}

`

const action = ({ title, description, properties, outputDefinition }: ActionManifest) => `
### ${title}
${description}

#### Properties

${inputs}
${rows(properties)}

${output(outputDefinition.outputResponse.outputSchema)}
`

const output = ({ type, properties = [] }: PropertyManifest) => `
### Output



Type: ${type}


#### Properties

${outputs}
${rows(properties.map(unlabelled))}



`

/** Outputs have no names on the page. */
const unlabelled = ({ label: _label, ...property }: PropertyManifest) => property

const rows = (properties: readonly PropertyManifest[]) => properties.map(row).join('\n')

const row = (property: PropertyManifest) => {
  const { label, description, controlType } = property
  if (label === undefined) return `| ${typeOf(property)} | ${controlType ?? 'null'}  |`
  return `| ${label} | ${typeOf(property)} | ${controlType ?? 'null'}  |  ${description ? `${description}  ` : ''}|`
}

const typeOf = ({ type, properties = [], items = [] }: PropertyManifest): string => {
  if (type === 'OBJECT') return `{${properties.map(typeAndName).join(', ')}}`
  return type === 'ARRAY' ? `[${items.map(typeAndName).join(', ')}]` : type
}

const typeAndName = (property: PropertyManifest) =>
  property.name === undefined ? typeOf(property) : `${typeOf(property)}\\(${property.name})`
