import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Long ones have commands of their own: `npm run test:chaos` (real processes, killed at random) and
    // `npm run test:simulation` (hundreds of seeds, and the proof that the simulation can fail).
    exclude: [
      ...configDefaults.exclude,
      'test/chaos/**',
      'test/simulation/canFail.test.ts',
      'test/simulation/seeds*.test.ts',
    ],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
