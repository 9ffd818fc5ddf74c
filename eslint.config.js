import tseslint from 'typescript-eslint'
import { mayImport } from './scripts/lint/may-import.js'
import { noCircle } from './scripts/lint/no-circle.js'
import { noLostExchange } from './scripts/lint/no-lost-exchange.js'
import { plainComments } from './scripts/lint/plain-comments.js'

const pure = ['definitions', 'engine', 'component', 'actions', 'triggers', 'connection']
const files = folders => folders.map(folder => `${folder}/**/*.ts`)

const node = ['definitions', 'engine', 'packages']
const server = [...node, 'runtime', 'workbench/api', 'workbench/server']
const serverRooms = [
  'alerts',
  'budget',
  'connections',
  'routes',
  'runs',
  'sandbox',
  'steps',
  'workflows',
]
const page = ['definitions', 'engine', 'workbench/api', 'workbench/web/shared', 'packages']

const pageRooms = ['connections', 'editor', 'output', 'panel', 'runs', 'sandbox', 'workflow']
const pageModel = ['output', 'validation', 'workflow'].map(room => `workbench/web/${room}`)

/** Which folder may import which, besides itself; `packages` are those of Node and npm. */
const imports = {
  definitions: [],
  engine: ['definitions'],
  component: ['definitions'],
  actions: ['definitions', 'component'],
  triggers: ['definitions', 'component'],
  connection: ['definitions', 'component'],
  'component/index.ts': ['definitions', 'component', 'actions', 'triggers', 'connection'],
  runtime: node,
  // The sandbox and the component must not confirm each other's errors.
  sandbox: ['packages'],
  cli: [...node, 'cli/component.ts', 'hosts/mcp', 'runtime', 'sandbox', 'workbench/server'],
  'hosts/capabilities.ts': [],
  'hosts/mcp': [...node, 'hosts/capabilities.ts', 'runtime'],
  'hosts/*': [...node, 'component/index.ts', 'hosts/capabilities.ts'],
  'workbench/api': ['definitions'],
  'workbench/server': [...server, ...serverRooms.map(room => `workbench/server/${room}`)],
  'workbench/server/alerts': [...server, 'workbench/server/runs'],
  'workbench/server/budget': [
    ...server,
    'workbench/server/connections',
    'workbench/server/workflows',
  ],
  'workbench/server/connections': [...server, 'workbench/server/sandbox'],
  'workbench/server/routes': server,
  'workbench/server/runs': [
    ...server,
    'workbench/server/connections',
    'workbench/server/workflows',
  ],
  'workbench/server/sandbox': [...server, 'sandbox'],
  'workbench/server/steps': [
    ...server,
    'workbench/server/runs',
    'workbench/server/sandbox',
    'workbench/server/workflows',
  ],
  'workbench/server/workflows': [
    ...server,
    'workbench/server/connections',
    'workbench/server/runs',
  ],
  'workbench/web': [...page, ...pageRooms.map(room => `workbench/web/${room}`)],
  'workbench/web/shared': page,
  'workbench/web/workflow': page,
  'workbench/web/output': page,
  'workbench/web/validation': [...page, 'workbench/web/workflow'],
  'workbench/web/panel': [...page, ...pageModel],
  'workbench/web/runs': [...page, 'workbench/web/output'],
  'workbench/web/connections': page,
  'workbench/web/sandbox': page,
  'workbench/web/editor': [...page, ...pageModel, 'workbench/web/panel', 'workbench/web/runs'],
  // It measures the package as others use it.
  bench: ['packages'],
  scripts: [...node, 'scripts/component.ts', 'cli', 'hosts/*', 'hosts/capabilities.ts'],
  // These choose the component, and hand it to the rest.
  'cli/component.ts': ['component/index.ts'],
  'scripts/component.ts': ['component/index.ts'],
}

export default tseslint.config(
  { ignores: ['dist'] },
  ...tseslint.configs.recommendedTypeChecked.map(config => ({
    ...config,
    files: ['**/*.ts', '**/*.tsx'],
  })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      parserOptions: {
        project: [
          'tsconfig.pure.json',
          'tsconfig.node.json',
          'tsconfig.test.json',
          'tsconfig.web.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: {
      local: {
        rules: {
          'may-import': mayImport,
          'no-circle': noCircle,
          'no-lost-exchange': noLostExchange,
          'plain-comments': plainComments,
        },
      },
    },
    rules: {
      'local/no-circle': 'error',
      'local/no-lost-exchange': 'error',
      'local/plain-comments': 'error',
      'max-lines': ['error', 200],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
      ],
      // {} stands for "anything that is not null" in the types of the definition language.
      '@typescript-eslint/no-empty-object-type': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/require-await': 'off',
      'require-yield': 'off',
    },
  },
  // Tests may import everything.
  {
    files: ['**/*.ts', '**/*.tsx'],
    ignores: ['test/**'],
    rules: { 'local/may-import': ['error', imports] },
  },
  {
    files: files(pure.filter(folder => folder !== 'engine')),
    ignores: ['component/api.ts', 'definitions/all.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'YieldExpression[delegate=false]',
          message: 'Only component/api.ts talks to the driver; write yield* and a helper of it.',
        },
      ],
    },
  },
  // The scaffolder writes what is left to do as comments.
  {
    files: files(['actions', 'triggers']),
    rules: { 'no-warning-comments': ['error', { terms: ['todo'] }] },
  },
  // The sandbox has doors of its own, where checked requests get their types.
  {
    files: files(['sandbox', 'test']),
    rules: { '@typescript-eslint/consistent-type-assertions': 'off' },
  },
  // Test files read JSON of any shape, and say so where they use it.
  {
    files: files(['test']),
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  // The two doors of the design, and the tuple that TypeScript can't follow through a loop.
  {
    files: [
      'definitions/read.ts',
      'definitions/action.ts',
      'definitions/all.ts',
      'scripts/contract.ts',
      'workbench/web/shared/http.ts',
    ],
    rules: { '@typescript-eslint/consistent-type-assertions': 'off' },
  },
)
