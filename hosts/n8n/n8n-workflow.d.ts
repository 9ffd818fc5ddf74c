/** What this package uses of n8n-workflow, which n8n brings along. */
declare module 'n8n-workflow' {
  export type JsonObject = Readonly<Record<string, unknown>>

  export interface INode {
    readonly id: string
    readonly name: string
    readonly type: string
    readonly credentials?: Readonly<Record<string, { readonly id: string | null }>>
  }

  export interface IHttpRequestOptions {
    readonly method?: string
    readonly url: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: string
    readonly encoding?: 'text'
    readonly returnFullResponse?: boolean
    readonly ignoreHttpStatusErrors?: boolean | { readonly ignore: true; readonly except: number[] }
    readonly disableFollowRedirect?: boolean
    readonly sendCredentialsOnCrossOriginRedirect?: boolean
    readonly timeout?: number
  }
  export type IExecuteResponse = unknown

  interface Functions {
    getNode(): INode
    getCredentials(type: string): Promise<JsonObject>
    getExecutionCancelSignal?(): AbortSignal | undefined
    readonly helpers: {
      httpRequestWithAuthentication(
        this: unknown,
        type: string,
        options: IHttpRequestOptions,
      ): Promise<unknown>
    }
  }

  export interface INodeExecutionData {
    readonly json: JsonObject
    readonly pairedItem?: { readonly item: number }
  }

  export interface IExecuteFunctions extends Functions {
    getInputData(): INodeExecutionData[]
    getNodeParameter(name: string, item: number, fallback?: unknown): unknown
    continueOnFail(): boolean
    addExecutionHints(...hints: { message: string; location?: 'outputPane' }[]): void
  }

  export interface ILoadOptionsFunctions extends Functions {
    getCurrentNodeParameters(): JsonObject | undefined
  }
  export interface INodePropertyOptions {
    readonly name: string
    readonly value: string | number | boolean
    readonly description?: string
    readonly action?: string
  }
  export interface INodeListSearchResult {
    readonly results: INodePropertyOptions[]
    readonly paginationToken?: string
  }

  export interface IHookFunctions extends Functions {
    getNodeParameter(name: string, fallback?: unknown): unknown
    getNodeWebhookUrl(name: string): string | undefined
    getWorkflowStaticData(type: 'node'): Record<string, unknown>
  }
  export interface IWebhookFunctions extends Functions {
    getNodeParameter(name: string, fallback?: unknown): unknown
    getWorkflowStaticData(type: 'node'): Record<string, unknown>
    getWorkflow(): { readonly id?: string }
    getHeaderData(): Readonly<Record<string, string | string[] | undefined>>
    getBodyData(): unknown
    getResponseObject(): { status(code: number): { end(): void } }
  }
  export interface IWebhookResponseData {
    readonly workflowData?: INodeExecutionData[][]
    readonly noWebhookResponse?: boolean
  }

  export type Icon = { readonly light: `file:${string}`; readonly dark: `file:${string}` }
  export interface INodeProperties {
    readonly displayName: string
    readonly name: string
    readonly type: string
    readonly default: unknown
    readonly [more: string]: unknown
  }
  export interface INodeTypeDescription {
    readonly displayName: string
    readonly name: string
    readonly properties: INodeProperties[]
    readonly [more: string]: unknown
  }
  export interface INodeType {
    description: INodeTypeDescription
  }
  export interface ICredentialType {
    name: string
    displayName: string
    properties: INodeProperties[]
  }

  export const NodeConnectionTypes: { readonly Main: 'main' }
  export const sleep: (ms: number) => Promise<void>

  interface ErrorOptions {
    readonly message?: string
    readonly description?: string
    readonly httpCode?: string
    readonly itemIndex?: number
    readonly failure?: { readonly cause: 'credential-invalid' }
  }
  export class NodeApiError extends Error {
    constructor(node: INode, error: JsonObject, options?: ErrorOptions)
    readonly context: Record<string, unknown>
    description?: string | null
  }
  export class NodeOperationError extends Error {
    constructor(node: INode, error: Error | string, options?: ErrorOptions)
    readonly context: Record<string, unknown>
    description?: string | null
  }
}
