/** Everything that must hold before a change lands, in order; each step is a command of its own. */
import { spawnSync } from 'node:child_process';
import { styleText } from 'node:util';

const steps: readonly (readonly [title: string, command: string])[] = [
  ['generated code is what the document says', 'pnpm generate --check'],
  ['formatting, lint rules, sizes, secrets, the document', 'pnpm lint'],
  ['packages build', 'pnpm build'],
  ['types', 'pnpm typecheck'],
  ['tests', 'pnpm test'],
  ['documentation', 'pnpm run docs'],
  ['the demo', 'pnpm demo'],
];

const failed: string[] = [];
for (const [title, command] of steps) {
  const startedAt = performance.now();
  console.log(styleText('bold', `\n▸ ${title}`) + styleText('dim', `  ${command}`));
  const { status } = spawnSync(command, { stdio: 'inherit', shell: true });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  if (status !== 0) failed.push(title);
  console.log(
    status === 0 ? styleText('green', `✓ ${seconds} s`) : styleText('red', `✗ ${seconds} s`),
  );
}

const passed = steps.length - failed.length;
console.log(`\nchecks: ${passed} passed, ${failed.length} failed`);
for (const title of failed) console.error(styleText('red', `✗ ${title}`));
process.exitCode = failed.length === 0 ? 0 : 1;
