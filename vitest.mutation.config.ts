import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** The folder whose files are mutated: what they promise, its own tests hold. */
const folder = process.env.MUTATED_FOLDER ?? '{policy,gate,store}';

/** The tests that guard what `pnpm mutate` changes: policy, gate and store of the runtime. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: [`packages/runtime/src/${folder}/**/*.test.ts`, 'tests/mutation/*.test.ts'],
    // Herds on a model server take seconds, and there are two thousand mutants.
    exclude: ['**/node_modules/**', '**/{herd,dimensions}.test.ts', '**/gate/own-calls.test.ts'],
    setupFiles: ['tests/mutation/same-seed.ts'],
  },
});
