import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** The tests that guard what `pnpm mutate` changes: policy, gate and store of the runtime. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['packages/runtime/src/{policy,gate,store,pipeline}/*.test.ts'],
  },
});
