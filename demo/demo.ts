/**
 * The whole road in one command: generate, build, start the mock, walk the SDK through it.
 * Every line printed is something that just happened; a step that did not do what it says ends the
 * walk with exit code 1.
 */
import { spawnSync } from 'node:child_process';
import { Narrator } from './narrator.ts';

// Type declarations are left to `pnpm build`: they take longer than all the rest.
const bundle = ['-r', '--filter', './packages/*', 'exec', 'tsup', '--no-dts'];
const narrator = new Narrator(process.stdout);

narrator.title('One document in; a typed SDK, a faithful mock and honest docs out');
const prepared =
  narrator.command('generate the SDK and the mock from spec/openapi.yaml', () =>
    run('pnpm', ['--silent', 'generate']),
  ) && narrator.command('build the packages', () => run('pnpm', bundle));

if (prepared) {
  // Imported only now: the walk runs on what has just been built.
  const { walk } = await import('./walk.ts');
  await walk(narrator);
}
process.exitCode = narrator.finish();

function run(command: string, argv: readonly string[]): string | undefined {
  const { status, stdout, stderr } = spawnSync(command, argv, { encoding: 'utf8' });
  return status === 0 ? undefined : `${stdout}${stderr}`;
}
