import tseslint from 'typescript-eslint'

/** Time and chance are asked for, never taken: only the edge files named below may take them. */
const taken = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Ask the injected Clock for the time.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Ask the injected Clock for the time.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Ask the injected Chance.',
  },
  {
    selector: 'CallExpression[callee.name=/^(setTimeout|setInterval)$/]',
    message: 'Timers live only in the edge files named in eslint.config.mjs.',
  },
]

export default tseslint.config(
  {
    ignores: [
      'dist',
      'node_modules',
      'data',
      'drizzle',
      'coverage',
      'src/bots/web/page/**/*.js',
      'src/console/page/**/*.js',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  { files: ['src/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...taken] } },
  {
    // The edge: what touches real time, sockets and terminals.
    files: [
      'src/edge/**/*.ts',
      'src/main.ts',
      'src/cli.ts',
      'src/commands/**/*.ts',
      'src/bots/**/*.ts',
      'src/scheduler/runJobs.ts',
      'src/scheduler/heartbeat.ts',
      'src/db/embedded.ts',
    ],
    rules: { 'no-restricted-syntax': 'off', 'no-console': 'off' },
  },
  { files: ['test/**/*.ts', 'bench/**/*.ts', 'eval/**/*.ts', 'scripts/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.mjs'], ...tseslint.configs.disableTypeChecked },
)
