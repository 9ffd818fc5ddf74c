import { actionManifest, isRecord, type Action } from '../../definitions/index.ts'
import { runStep } from '../../engine/index.ts'
import { fitted, withoutNulls } from './fit.ts'
import { callList, listAnswerSchema, listArguments } from './listTool.ts'
import { answerSchema, argumentsSchema } from './schemas.ts'
import type { Answer, CallContext, Tool } from './tool.ts'
import { toolNameOf, withToolNames } from './toolNames.ts'

interface Surroundings {
  /** Names of all actions that are tools. */
  readonly actions: ReadonlySet<string>
  readonly finders: ReadonlySet<string>
}

export const actionTool = (action: Action, { actions, finders }: Surroundings): Tool => {
  const manifest = actionManifest(action)
  const { name, title, description, agentHint, metadata, outputDefinition } = manifest
  const properties = action.list
    ? manifest.properties.filter(property => property.name !== 'limit')
    : manifest.properties
  const { outputSchema } = outputDefinition.outputResponse
  return {
    action,
    listing: {
      name: toolNameOf(name),
      title,
      description: `${description} ${withToolNames(agentHint, actions)}`,
      inputSchema: objectSchema(
        argumentsSchema({ ...manifest, properties }, finders, action.list ? listArguments : {}),
      ),
      outputSchema: objectSchema(
        action.list ? listAnswerSchema(action) : answerSchema(outputSchema),
      ),
      annotations: annotationsOf(metadata),
    },
    call: (given, context) =>
      action.list ? callList(action, given, context) : callOnce(action, given, context),
  }
}

/** What is in an account comes from outside of it: from forms, e-mails and imports. */
export const annotationsOf = ({
  readOnly,
  destructive,
  idempotent,
}: ReturnType<typeof actionManifest>['metadata']) => ({
  readOnlyHint: readOnly,
  destructiveHint: destructive,
  idempotentHint: idempotent,
  openWorldHint: true,
})

export const objectSchema = (schema: object) => ({ ...schema, type: 'object' as const })

const callOnce = async (
  action: Action,
  given: Readonly<Record<string, unknown>>,
  { client, signal, onRequest, maxBytes }: CallContext,
): Promise<Answer> => {
  const result = await runStep(action, given, { client, signal, onRequest })
  if ('error' in result) throw result.error
  const { value, cuts } = fitted(withoutNulls(result.output), maxBytes - reserved)
  const output = isRecord(value) ? value : { output: value }
  const summary =
    cuts.length > 0
      ? `${action.title}: done. Shortened to fit the size of an answer: ${cuts.slice(0, 5).join(', ')}${cuts.length > 5 ? `, and ${cuts.length - 5} more` : ''}. Ask for less, or start the server with a larger --max-bytes.`
      : `${action.title}: done.`
  const structured = { ...output, ...(cuts.length > 0 && { cut: cuts.slice(0, maxCuts) }) }
  return { structured, summary, text: JSON.stringify(output), warnings: result.warnings }
}

const maxCuts = 20
/** For the notes beside the output. */
const reserved = 2_000
