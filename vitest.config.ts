import { defineConfig } from 'vitest/config';
import { findChromium } from './scripts/browser.mjs';

const database = ['server/platform/testing/global-setup.ts'];

export default defineConfig({
  test: {
    // Each test file works on a database of its own in one shared PostgreSQL: two at a time keep two cores busy.
    maxWorkers: 2,
    // Processes, not threads: a database or a signer that crashes takes only its own file with it.
    pool: 'forks',
    projects: [
      {
        test: { name: 'repository', include: ['test/**/*.test.ts'], testTimeout: 30_000 },
      },
      {
        test: {
          name: 'server',
          include: ['{server,demo,plans,bench,scripts}/**/*.test.ts'],
          globalSetup: database,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: { name: 'web', include: ['web/**/*.test.{ts,tsx}'], exclude: ['**/node_modules/**'] },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/small-district.ts'],
          // A browser and a server together want both cores. Waits are as long as a busy machine may need; they end as
          // soon as what they wait for is there.
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 30_000 } },
          env: { GONGYU_CHROMIUM: findChromium() ?? '' },
        },
      },
    ],
  },
});
