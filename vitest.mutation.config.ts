import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import base from './vitest.config.ts';

/** Folders in the order of how soon they find a mutant: a run ends with the first test that fails. */
const order = ['/mutation/', '/policy/', '/store/', '/gate/'];

class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => rank(one) - rank(other));
  }
}

function rank({ moduleId }: TestSpecification): number {
  return order.findIndex((folder) => moduleId.includes(folder));
}

/** The tests that guard what `pnpm mutate` changes: policy, gate and store of the runtime. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['packages/runtime/src/{policy,gate,store}/**/*.test.ts', 'tests/mutation/*.test.ts'],
    // A herd takes seconds, and there are a thousand mutants: what a file promises, its own tests hold.
    exclude: ['**/node_modules/**', '**/herd.test.ts'],
    setupFiles: ['tests/mutation/same-seed.ts'],
    sequence: { sequencer: QuickestFirst },
  },
});
