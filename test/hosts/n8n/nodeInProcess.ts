import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import type { Account } from '../../conformance/host.ts'
import type { Core, Item, NodeErrorShown, NodeMethods, Workflow } from './core.ts'

const packageName = 'n8n-nodes-pipedrive-component'
const credential = 'pipedriveComponentOAuth2Api'
export const actionNode = 'pipedriveComponent'
export const triggerNode = 'pipedriveComponentTrigger'

export type Loader = InstanceType<Core['PackageDirectoryLoader']>

/** Builds the package, and loads it as n8n does. */
export const loadPackage = async (core: Core): Promise<Loader> => {
  const folder = 'dist/n8n'
  execFileSync(process.execPath, ['hosts/n8n/build.js'])
  const loader = new core.PackageDirectoryLoader(resolve(folder))
  await loader.loadAll()
  return loader
}

export interface Ran {
  readonly items: readonly Item[]
  readonly error?: NodeErrorShown
  readonly hints: readonly string[]
}

export interface RunFacts {
  readonly items?: readonly Item[]
  readonly continueOnFail?: boolean
  /** As n8n names a node that an agent uses. */
  readonly asTool?: boolean
}

let credentials = 0

/** The packed nodes on n8n's own core, with one credential that n8n renews. */
export const nodesInProcess = (core: Core, loader: Loader, account: Account) => {
  const methodsOf = (node: string): NodeMethods => loader.getNode(node).type
  const id = String(++credentials)
  let tokens: object = {
    access_token: account.accessToken,
    refresh_token: account.refreshToken,
    token_type: 'Bearer',
    expires_in: 3599,
    api_domain: account.url,
  }
  const stored = async () => ({
    clientId: account.clientId,
    clientSecret: account.clientSecret,
    grantType: 'authorizationCode',
    authUrl: `${account.url}/oauth/authorize`,
    accessTokenUrl: `${account.url}/oauth/token`,
    authentication: 'header',
    scope: '',
    oauthTokenData: tokens,
  })
  const credentialsHelper = {
    getParentTypes: () => ['oAuth2Api'],
    getDecrypted: stored,
    getCredentials: stored,
    async runPreAuthentication() {},
    async preAuthentication() {},
    authenticate: async (_credential: unknown, _type: unknown, options: unknown) => options,
    async updateCredentialsOauthTokenData(
      _node: unknown,
      _type: unknown,
      data: { readonly oauthTokenData: object },
    ) {
      tokens = data.oauthTokenData
    },
    getCredentialsProperties: () => [],
    isCredentialUsableByNode: () => true,
  }
  const start = {
    description: { name: 'start', displayName: 'Start', group: ['trigger'], version: 1, defaults: {}, inputs: [], outputs: ['main'], properties: [] }, // prettier-ignore
    async execute(this: { getInputData(): unknown }) {
      return [this.getInputData()]
    },
  }
  const typeOf = (name: string) =>
    name === 'start' ? start : methodsOf(name.split('.')[1]?.replace(/Tool$/, '') ?? name)
  const nodeTypes = { getByName: typeOf, getByNameAndVersion: typeOf, getKnownTypes: () => ({}) }

  const additionalData = (mode: string, webhookBaseUrl = 'http://127.0.0.1/webhook') => ({
    credentialsHelper,
    hooks: new core.ExecutionLifecycleHooks(mode, '1', { id: '1', name: 'test', nodes: [], connections: {}, active: false, createdAt: new Date(), updatedAt: new Date() }), // prettier-ignore
    executionId: '1',
    restApiUrl: 'http://127.0.0.1/rest',
    instanceBaseUrl: 'http://127.0.0.1/',
    webhookBaseUrl,
    webhookTestBaseUrl: webhookBaseUrl,
    webhookWaitingBaseUrl: 'http://127.0.0.1/w',
    formBaseUrl: 'http://127.0.0.1/f',
    formWaitingBaseUrl: 'http://127.0.0.1/fw',
    formTestBaseUrl: 'http://127.0.0.1/ft',
    mcpBaseUrl: '',
    mcpTestBaseUrl: '',
    variables: {},
    currentNodeExecutionIndex: 0,
    logAiEvent() {},
    setExecutionStatus() {},
  })

  const workflowOf = (node: string, parameters: object, more: object = {}): Workflow => {
    const { version } = methodsOf(node.replace(/Tool$/, '')).description
    const common = { position: [0, 0], id: 'n', name: 'Pipedrive', typeVersion: version }
    const own = {
      ...common,
      type: `${packageName}.${node}`,
      parameters,
      webhookId: 'abc',
      credentials: { [credential]: { id, name: 'sandbox' } },
      ...more,
    }
    const first = {
      ...common,
      id: 's',
      name: 'Start',
      type: 'start',
      typeVersion: 1,
      parameters: {},
    }
    const to = [[{ node: own.name, type: 'main', index: 0 }]]
    return new core.Workflow({
      id: '1',
      name: 'test',
      active: false,
      nodeTypes,
      settings: { executionOrder: 'v1' },
      nodes: [first, own],
      connections: { Start: { main: to } },
    })
  }

  const execute = async (
    workflow: Workflow,
    mode: string,
    from: string,
    items: readonly Item[],
  ): Promise<Ran> => {
    const executionData = core.createRunExecutionData({
      startData: {},
      resultData: { runData: {} },
      executionData: {
        contextData: {},
        metadata: {},
        waitingExecution: {},
        waitingExecutionSource: {},
        nodeExecutionStack: [
          { node: workflow.getNode(from), data: { main: [items] }, source: null },
        ],
      },
    })
    await workflow.expression.acquireIsolate?.()
    const run = new core.WorkflowExecute(additionalData(mode), mode, executionData)
    const { resultData } = (await run.processRunExecutionData(workflow)).data
    const task = resultData.runData['Pipedrive']?.[0]
    const error = task?.error ?? resultData.error
    return {
      items: task?.data?.main[0] ?? [],
      hints: task?.hints?.map(({ message }) => message) ?? [],
      ...(error && { error }),
    }
  }

  return {
    methodsOf,
    additionalData,
    workflowOf,
    execute,
    /** What n8n has stored of the token. */
    tokens: () => tokens,
    setTokens: (more: object) => void (tokens = { ...tokens, ...more }),
    run(parameters: object, { items = [{ json: {} }], continueOnFail, asTool }: RunFacts = {}) {
      const more = continueOnFail ? { onError: 'continueRegularOutput' } : {}
      const workflow = workflowOf(asTool ? `${actionNode}Tool` : actionNode, parameters, more)
      return execute(workflow, 'manual', 'Start', items)
    },
    loadOptionsContext(parameters: object) {
      const workflow = workflowOf(actionNode, parameters)
      const data = { ...additionalData('internal'), currentNodeParameters: parameters }
      return new core.LoadOptionsContext(workflow, workflow.getNode('Pipedrive'), data, '')
    },
  }
}

export type NodesInProcess = ReturnType<typeof nodesInProcess>
