/**
 * Everything that must hold before a change lands, in order; each step is a command of its own.
 * `--no-tests` leaves out the tests, for CI, which has just run them by the README's own command.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs, styleText } from 'node:util';

const { values } = parseArgs({
  allowNegative: true,
  options: { tests: { type: 'boolean', default: true } },
});

const steps: readonly (readonly [title: string, command: string])[] = [
  ['generated code is what the document says', 'pnpm generate --check'],
  ['formatting, lint rules, sizes, secrets, the document', 'pnpm lint'],
  ['packages build', 'pnpm build'],
  ['types', 'pnpm typecheck'],
  ['tests', 'pnpm test'],
  ['documentation', 'pnpm run docs'],
  ['the demo', 'pnpm demo'],
];

const wanted = steps.filter(([title]) => values.tests || title !== 'tests');
const failed: string[] = [];
for (const [title, command] of wanted) {
  const startedAt = performance.now();
  console.log(styleText('bold', `\n▸ ${title}`) + styleText('dim', `  ${command}`));
  const { status } = spawnSync(command, { stdio: 'inherit', shell: true });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  if (status !== 0) failed.push(title);
  console.log(
    status === 0 ? styleText('green', `✓ ${seconds} s`) : styleText('red', `✗ ${seconds} s`),
  );
}

const passed = wanted.length - failed.length;
console.log(`\nchecks: ${passed} passed, ${failed.length} failed`);
for (const title of failed) console.error(styleText('red', `✗ ${title}`));
process.exitCode = failed.length === 0 ? 0 : 1;
