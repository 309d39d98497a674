import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One TypeScript block of the documentation. */
export interface Sample {
  /** Where it stands: `README.md:42`. */
  readonly place: string;
  /** A file name made from the place. */
  readonly name: string;
  readonly code: string;
  /** A test of its own, to be run by vitest. */
  readonly isTest: boolean;
}

const written = ['README.md', 'docs/guides/*.md', 'packages/*/README.md'];
const sources = 'packages/*/src/**/*.ts';

/** Every TypeScript block of the README files and the guides, in order. */
export function writtenSamples(root: string): Sample[] {
  return files(root, written).flatMap((file) =>
    extract(file, readFileSync(join(root, file), 'utf8')),
  );
}

/** A file that a page shows for its samples to read: a block whose fence has `title="shop.yaml"`. */
export interface ShownFile {
  readonly name: string;
  readonly text: string;
}

/** Every titled block of the README files and the guides. */
export function shownFiles(root: string): ShownFile[] {
  return files(root, written).flatMap((file) => {
    const page = readFileSync(join(root, file), 'utf8');
    const fences = page.matchAll(/^```\w+ title="([\w.-]+)"\n([\s\S]*?)^```$/gm);
    return [...fences].map(([, name = '', text = '']) => ({ name, text }));
  });
}

/** Every `@example` block of the hand-written and the generated sources. */
export function sourceSamples(root: string): Sample[] {
  return files(root, [sources])
    .filter((file) => !/\.test(-d)?\.ts$/.test(file))
    .flatMap((file) => extract(file, uncomment(readFileSync(join(root, file), 'utf8'))));
}

function files(root: string, patterns: readonly string[]): string[] {
  return patterns.flatMap((pattern) => globSync(pattern, { cwd: root })).sort();
}

/** Keeps the lines of a source where they are, and of those only what comments say. */
function uncomment(source: string): string {
  return source
    .split('\n')
    .map((line) => /^\s*\* ?(.*)$/.exec(line)?.[1] ?? '')
    .join('\n');
}

function extract(file: string, text: string): Sample[] {
  const fences = text.matchAll(/^```(?:ts|typescript)\b[^\n]*\n([\s\S]*?)^```$/gm);
  return [...fences].map((fence) => {
    const line = text.slice(0, fence.index).split('\n').length;
    const code = fence[1] ?? '';
    const isTest = /from 'vitest'/.test(code);
    const stem = `${file.replaceAll(/[^a-zA-Z0-9]+/g, '-').toLowerCase()}-${line}`;
    return { place: `${file}:${line}`, name: `${stem}${isTest ? '.test' : ''}.ts`, code, isTest };
  });
}
