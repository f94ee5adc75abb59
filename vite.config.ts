import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { requireScenario } from './cli/loadScenario.ts';
import { scenarioPlugin } from './scenarios/vitePlugin.ts';

export default defineConfig({
  plugins: [react(), scenarioPlugin(requireScenario)],
  base: './',
  // Source maps lie beside the files; naming them in each would cost the first load four hundred bytes.
  build: { target: 'es2023', sourcemap: 'hidden' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**'],
          // One for each processor: most files wait for a command to start.
          maxWorkers: '100%',
          // A limit for what hangs, not a measure of speed: machines are slow and shared.
          testTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/browser/support/globalSetup.ts',
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Two files at once, each with a Chromium of its own: a page that waits for another paint leaves the processor idle.
          maxWorkers: 2,
          // How long a page may take to show what it should; a second, the default, is short on a machine that is shared.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
