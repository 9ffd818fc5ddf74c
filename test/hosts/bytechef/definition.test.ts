import { expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { pipedrive } from '../../../component/index.ts'
import { toManifest, type PropertyManifest } from '../../../definitions/index.ts'
import { isRecord } from '../../../definitions/index.ts'

type Json = Readonly<Record<string, unknown>>
const definition: Json = JSON.parse(readFileSync('dist/bytechef/pipedrive_v1.json', 'utf8'))
const manifest = toManifest(pipedrive)

/** ByteChef's own keys, in the order of its files. */
const keys = {
  component: `actions clusterElements componentCategories connection customAction customActionHelp
    description icon inputs metadata name resources tags title triggers unifiedApi version`,
  action: `batch beforeResume beforeSuspend beforeTimeoutResume deprecated description help metadata
    name outputDefinition perform processErrorResponse properties resumePerform title
    workflowNodeDescription`,
  trigger: `batch deduplicate deprecated description dynamicWebhookRefresh help listenerDisable
    listenerEnable name outputDefinition poll processErrorResponse properties title type
    webhookDisable webhookEnable webhookRawBody webhookRequest webhookValidate
    webhookValidateOnEnable workflowNodeDescription workflowSyncExecution`,
  clusterElement: `description element help name outputDefinition processErrorResponse properties
    title type workflowNodeDescription`,
  connection: `authorizationRequired authorizations baseUri help processErrorResponse properties test
    version`,
  authorization: `acquire apply authorizationCallback authorizationUrl clientId clientSecret
    description detectOn name oauth2AuthorizationExtraQueryParameters pkce properties refresh
    refreshOn refreshToken refreshUrl scopes title tokenUrl type`,
  output: 'output outputResponse outputSchema sampleOutput',
  STRING: `advancedOption controlType defaultValue description displayCondition exampleValue
    expressionEnabled hidden label languageId maxLength metadata minLength name options
    optionsDataSource optionsLoadedDynamically placeholder regex required type`,
  INTEGER: `advancedOption controlType defaultValue description displayCondition exampleValue
    expressionEnabled hidden label maxValue metadata minValue name options optionsDataSource
    placeholder required type`,
  NUMBER: `advancedOption controlType defaultValue description displayCondition exampleValue
    expressionEnabled hidden label maxNumberPrecision maxValue metadata minNumberPrecision minValue
    name numberPrecision options optionsDataSource placeholder required type`,
  BOOLEAN: `advancedOption controlType defaultValue description displayCondition exampleValue
    expressionEnabled hidden label metadata name options placeholder required type`,
  ARRAY: `advancedOption controlType defaultValue description displayCondition exampleValue
    expressionEnabled hidden items label maxItems metadata minItems multipleValues name options
    optionsDataSource placeholder required type`,
  OBJECT: `additionalProperties advancedOption controlType defaultValue description displayCondition
    exampleValue expressionEnabled hidden label metadata multipleValues name options
    optionsDataSource placeholder properties required type`,
  DATE: `advancedOption controlType defaultValue description displayCondition exampleValue
    expressionEnabled hidden label metadata name options optionsDataSource placeholder required type`,
} as const

const expectKeys = (kind: keyof typeof keys, value: unknown) =>
  expect(Object.keys(Object(value))).toEqual(keys[kind].split(/\s+/))

const list = (value: unknown): readonly Json[] => {
  if (!Array.isArray(value)) throw new TypeError(`not a list: ${String(value)}`)
  return value.filter(isRecord)
}

/** Every property in a tree, with the declared ones beside it. */
const compare = (given: readonly Json[], declared: readonly PropertyManifest[]): void => {
  expect(given.map(({ name }) => name)).toEqual(declared.map(({ name = null }) => name))
  for (const [index, property] of given.entries()) {
    const { type, controlType = null, label = null, required = false } = declared[index] ?? {}
    const kind = Object.keys(keys).find(key => key === type) as keyof typeof keys | undefined
    if (kind) expectKeys(kind, property)
    expect(property).toMatchObject({ type, controlType, label, required })
    expect(Object.values(property)).not.toContain(undefined)
    compare(list(property['properties'] ?? []), declared[index]?.properties ?? [])
    compare(list(property['items'] ?? []), declared[index]?.items ?? [])
  }
}

test('the component and its connection have the keys of ByteChef’s files', () => {
  expectKeys('component', definition)
  expectKeys('connection', definition['connection'])
  const { authorizations, properties } = Object(definition['connection'])
  expect(properties).toBeNull()
  const [authorization] = list(authorizations)
  expectKeys('authorization', authorization)
  expect(authorization).toMatchObject({ tokenUrl: {}, clientId: null, refreshOn: [401] })
  expect(definition['componentCategories']).toEqual([{ label: 'CRM', name: 'crm' }])
})

test.each(manifest.actions)('$name has all keys, as an action and as a tool', action => {
  const [given] = list(definition['actions']).filter(({ name }) => name === action.name)
  const [tool] = list(definition['clusterElements']).filter(({ name }) => name === action.name)
  expectKeys('action', given)
  expectKeys('clusterElement', tool)
  expect(given).toMatchObject({ title: action.title, perform: {}, batch: null })
  expect(tool?.['properties']).toEqual(given?.['properties'])
  compare(list(given?.['properties']), action.properties)
  compareOutput(given?.['outputDefinition'], action.outputDefinition.outputResponse)
})

test.each(manifest.triggers)('$name has all keys', trigger => {
  const [given] = list(definition['triggers']).filter(({ name }) => name === trigger.name)
  expectKeys('trigger', given)
  expect(given).toMatchObject({ properties: null, webhookEnable: {}, poll: null })
  compareOutput(given?.['outputDefinition'], trigger.outputDefinition.outputResponse)
})

const compareOutput = (
  given: unknown,
  {
    outputSchema,
    sampleOutput,
  }: { readonly outputSchema: PropertyManifest; readonly sampleOutput: unknown },
) => {
  expectKeys('output', given)
  const output: Json = Object(given)
  expect(output['sampleOutput']).toEqual(sampleOutput)
  expect(Object(output['outputResponse'])).toEqual({
    outputSchema: output['outputSchema'],
    placeholder: null,
    sampleOutput,
  })
  compare([Object(output['outputSchema'])], [outputSchema])
}
