import tseslint from 'typescript-eslint'
import { noLostExchange } from './scripts/lint/no-lost-exchange.js'

const pure = ['definitions', 'component', 'actions', 'triggers', 'connection']
const files = folders => folders.map(folder => `${folder}/**/*.ts`)

/** Imports go one way; a folder may import only what is named for it. */
const imports = (folder, allowed, ignores = []) => ({
  files: files([folder]),
  ignores,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(?!\\./|(\\.\\./)+(${[...allowed, '(?!\\.\\.)[\\w.]+\\.ts$'].join('|')}))`,
            message: `${folder} may import only ${[folder, ...allowed].join(', ')}.`,
          },
        ],
      },
    ],
  },
})

const banned = (folders, message) => ({
  'no-restricted-imports': [
    'error',
    { patterns: [{ regex: `/(${folders.join('|')})/`, message }] },
  ],
})

/** Folders beside the page, or rooms beside one of its rooms. */
const bannedBeside = (folders, message) => ({
  'no-restricted-imports': [
    'error',
    { patterns: [{ regex: `(^|/)\\.\\./(${folders.join('|')})/`, message }] },
  ],
})

const outsideOfPage = [
  'component',
  'actions',
  'triggers',
  'connection',
  'runtime',
  'cli',
  'sandbox',
  'server',
]

const pageMessage = 'The page knows the server by workbench/api, and operations by their manifest.'

/** The rooms of the page, each with those that it may import. */
const pageRooms = {
  shared: [],
  workflow: ['shared'],
  output: ['shared'],
  validation: ['shared', 'workflow'],
  panel: ['shared', 'workflow', 'output', 'validation'],
  runs: ['shared', 'output'],
  connections: ['shared'],
  sandbox: ['shared'],
  editor: ['shared', 'workflow', 'output', 'validation', 'panel', 'runs'],
}

export default tseslint.config(
  { ignores: ['dist', 'coverage'] },
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
    plugins: { local: { rules: { 'no-lost-exchange': noLostExchange } } },
    rules: {
      'local/no-lost-exchange': 'error',
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
  {
    files: files(pure),
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
  imports('definitions', []),
  imports('component', ['definitions/'], ['component/index.ts']),
  imports('actions', ['definitions/', 'component/']),
  imports('triggers', ['definitions/', 'component/']),
  imports('connection', ['definitions/', 'component/']),
  {
    files: files(['runtime']),
    rules: banned(
      ['cli', 'sandbox', 'workbench', 'hosts'],
      'The runtime knows nothing of its users.',
    ),
  },
  {
    files: files(['workbench/server']),
    rules: banned(
      ['cli', 'web', 'hosts'],
      'The server of the workbench stands on the runtime alone.',
    ),
  },
  {
    files: files(['workbench/api']),
    rules: banned(
      ['cli', 'component', 'runtime', 'sandbox', 'server', 'web'],
      'The page and its server share types of the definition language, and nothing else.',
    ),
  },
  {
    files: ['workbench/web/**/*.{ts,tsx}'],
    rules: bannedBeside(outsideOfPage, pageMessage),
  },
  ...Object.entries(pageRooms).map(([room, below]) => {
    const others = Object.keys(pageRooms).filter(one => one !== room && !below.includes(one))
    const message = `${pageMessage} ${room}/ may import ${below.join(', ') || 'no other room'}.`
    return {
      files: [`workbench/web/${room}/**/*.{ts,tsx}`],
      rules: bannedBeside([...outsideOfPage, ...others], message),
    }
  }),
  {
    files: files(['sandbox']),
    rules: banned(
      [...pure, 'runtime', 'cli', 'workbench'],
      'The sandbox and the component must not confirm each other’s errors.',
    ),
  },
)
