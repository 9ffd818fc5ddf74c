import { actionManifest, boolean, string, type Action } from '../../definitions/index.ts'
import { callOnce, writeArguments } from './callOnce.ts'
import { callList, listAnswerSchema, listArguments } from './listTool.ts'
import { answerSchema } from './answerSchema.ts'
import { argumentsSchema, type Finders } from './schemas.ts'
import { objectSchema } from './sharedShapes.ts'
import type { Tool } from './tool.ts'
import { toolNameOf, withToolNames } from './toolNames.ts'

interface Surroundings {
  /** Names of all actions that are tools. */
  readonly actions: ReadonlySet<string>
  readonly finders: Finders
}

export const actionTool = (action: Action, { actions, finders }: Surroundings): Tool => {
  const called = withArguments(action)
  const manifest = actionManifest(action)
  const { name, title, agentHint, metadata, outputDefinition } = manifest
  const properties = action.list
    ? manifest.properties.filter(property => property.name !== 'limit')
    : manifest.properties
  const { outputSchema } = outputDefinition.outputResponse
  return {
    action,
    listing: {
      name: toolNameOf(name),
      title,
      description: withToolNames(agentHint, actions),
      inputSchema: objectSchema(
        argumentsSchema({ ...manifest, properties }, finders, argumentsBeside(action)),
      ),
      outputSchema: objectSchema(
        action.list ? listAnswerSchema(action) : answerSchema(outputSchema),
      ),
      annotations: annotationsOf(metadata),
    },
    call: (given, context) =>
      action.list ? callList(called, given, context) : callOnce(called, given, context),
  }
}

/** The action with the arguments that the tool has beside it, for errors that say which there are. */
const withArguments = (action: Action): Action => {
  const { list, effect, properties } = action
  if (list) return { ...action, properties: { ...properties, cursor: string() } }
  return effect === 'read'
    ? action
    : { ...action, properties: { ...properties, dry_run: boolean() } }
}

/** What is in an account comes from outside of it: from forms, e-mails and imports. */
export const annotationsOf = ({
  readOnly,
  destructive,
  idempotent,
}: ReturnType<typeof actionManifest>['metadata']) => ({
  readOnlyHint: readOnly,
  ...(!readOnly && { destructiveHint: destructive, idempotentHint: idempotent }),
  openWorldHint: true,
})

const argumentsBeside = ({ list, effect }: Action) => {
  if (list) return listArguments
  return effect === 'read' ? {} : writeArguments
}
