import { defineConfig } from 'vitest/config';

// A page on a busy machine may take longer than Vitest's second to follow
const common = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 40_000 } } };

export default defineConfig({
  test: {
    globalSetup: ['tests/browser/unpack-chromium.ts'],
    // Vitest would leave one core of two idle
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...common,
          name: 'all',
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.long.test.ts', 'tests/**/*.alone.test.ts', 'node_modules/**'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        // What is held to a time on the clock has the machine to itself
        test: {
          ...common,
          name: 'alone',
          include: ['tests/**/*.alone.test.ts'],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
