/**
 * Makes every generated file from `spec/openapi.yaml`: the SDK's source, and the
 * mock's model and types.
 * With `--check` nothing is written, and drift is an exit code of 1.
 */
import { spawnSync } from 'node:child_process';

const flags = process.argv.slice(2);
const node = [process.execPath, '--conditions=source'] as const;

const steps: readonly (readonly string[])[] = [
  [
    'packages/codegen/src/cli.ts',
    'spec/openapi.yaml',
    ...['--out', 'packages/sdk/src/generated'],
    ...['--client', 'ProductClient'],
    ...['--package', '@product/api-client'],
  ],
  ['packages/mock-server/scripts/generate-model.ts'],
  ['packages/mock-server/scripts/generate-operations.ts'],
];

for (const step of steps) {
  const [command, ...argv] = [...node, ...step, ...flags];
  const { status } = spawnSync(command, argv, { stdio: 'inherit' });
  if (status !== 0) process.exitCode = status ?? 1;
}
