import type { PropertyManifest } from '../../definitions/index.ts'

/**
 * The contract of a custom component in one file, as ByteChef documents it. What the platform hands
 * over is `unknown`: its maps and lists are foreign objects of the engine that runs the script.
 */
export interface Script {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly version: number
  /** SVG, inline. */
  readonly icon: string
  readonly connection: ScriptConnection
  readonly actions: readonly ScriptAction[]
  readonly triggers: readonly ScriptTrigger[]
}

export interface ScriptConnection {
  readonly baseUri: string
  readonly authorizations: readonly ScriptAuthorization[]
}

export interface ScriptAuthorization {
  readonly name: string
  readonly type: string
  readonly title: string
  readonly properties: readonly ScriptProperty[]
  readonly authorizationUrl: string
  readonly tokenUrl: string
  readonly refreshUrl: string
  readonly scopes: readonly string[]
}

export interface ScriptProperty extends Pick<
  PropertyManifest,
  | 'name'
  | 'type'
  | 'controlType'
  | 'label'
  | 'description'
  | 'placeholder'
  | 'required'
  | 'defaultValue'
  | 'displayCondition'
  | 'minLength'
  | 'maxLength'
  | 'minValue'
  | 'maxValue'
> {
  /** Only of texts and numbers. */
  readonly options?: readonly ScriptOption[] | ScriptOptions
  readonly properties?: readonly ScriptProperty[]
  readonly items?: readonly ScriptProperty[]
  /** What the values of keys may be that the user adds. */
  readonly additionalProperties?: readonly ScriptProperty[]
}

export interface ScriptOption {
  readonly label: string
  readonly value: unknown
}

interface ScriptOperation {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly properties: readonly ScriptProperty[]
  readonly output: ScriptProperty
  readonly sampleOutput: unknown
}

export interface ScriptAction extends ScriptOperation {
  /** Offered to AI agents too. */
  readonly tool: true
  /** `(inputParameters, connectionParameters, context)`; returns the output. */
  perform(...handed: readonly unknown[]): unknown
}

/** `(inputParameters, connectionParameters, searchText)`, and `context` where the platform has one. */
export type ScriptOptions = (...handed: readonly unknown[]) => readonly ScriptOption[]

export interface ScriptTrigger extends ScriptOperation {
  readonly type: 'DYNAMIC_WEBHOOK'
  /** `(inputParameters, connectionParameters, { webhookUrl })`, and `context` where there is one. */
  webhookEnable(...handed: readonly unknown[]): unknown
  /** `(inputParameters, connectionParameters, enableOutput)`, and `context` where there is one. */
  webhookDisable(...handed: readonly unknown[]): void
  /** `(inputParameters, connectionParameters, { headers, parameters, body, method })`, and what `webhookEnable` returned where it is handed over. */
  webhookRequest(...handed: readonly unknown[]): unknown
}

/** What `context.http` takes. */
export interface ScriptRequest {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: { readonly content: unknown; readonly contentType: 'JSON' }
  readonly configuration: {
    readonly timeoutMillis: number
    readonly followRedirect: boolean
    readonly followAllRedirects: boolean
    readonly disableAuthorization: boolean
    readonly responseType: 'JSON'
  }
}
