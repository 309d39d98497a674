/**
 * What the linter cannot say: a hand-written file has at most 200 lines of code, nothing switches a
 * check off, and no text in the repository looks like a real key.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const maxCodeLines = 200;
const suppression = /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable|\bas any\b/;
// gitleaks' rule for Stripe keys; ours carry `mock_` after the mode, so that it stays silent.
const secret = /(?:sk|rk)_(?:test|live|prod)_[a-zA-Z0-9]{10,99}/;

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'])
  .toString()
  .split('\n')
  .filter((file) => file !== '' && !/(^|\/)pnpm-lock\.yaml$|\.(png|tgz)$/.test(file));

const faults = files.flatMap((file) => faultsOf(file, read(file)));
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`${files.length} files: sizes, suppressions and secrets are in order`);

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // listed by git but deleted in the work tree
  }
}

function faultsOf(file: string, text: string): string[] {
  const faults: string[] = [];
  if (secret.test(text))
    faults.push(`${file}: a text looks like a real key. Write sk_test_mock_….`);
  if (!isHandWritten(file)) return faults;
  const lines = isList(text) ? 0 : codeLines(text);
  if (lines > maxCodeLines)
    faults.push(`${file}: ${lines} lines of code, at most ${maxCodeLines}.`);
  if (file !== 'scripts/check-source.ts' && suppression.test(text)) {
    faults.push(`${file}: a check is switched off (${suppression.exec(text)?.[0]}).`);
  }
  return faults;
}

function isHandWritten(file: string): boolean {
  return /\.tsx?$/.test(file) && !file.includes('/generated/') && !/\.test(-d)?\.ts$/.test(file);
}

/** Whether a file only passes on names, as a package's index does: there is no code in it to read. */
function isList(text: string): boolean {
  const exports = /export (type )?(\{[^}]*\}|\*) from '[^']+';/g;
  const comments = /\/\*[\s\S]*?\*\/|\/\/.*/g;
  return text.replaceAll(comments, '').replaceAll(exports, '').trim() === '';
}

function codeLines(text: string): number {
  return text.split('\n').filter((line) => !/^\s*(\/\/|\/?\*|$)/.test(line)).length;
}
