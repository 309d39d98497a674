import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { findAny } from './find-any.ts';
import { readCompilerOptions, root } from './read-compiler-options.ts';

const entries = ['sdk', 'runtime'].flatMap((name) =>
  sourcesOf(`${root}packages/${name}/`).map((file) => [file.slice(root.length), file] as const),
);
const program = ts.createProgram(
  entries.map(([, file]) => file),
  readCompilerOptions(),
);

/** The source of each entry that a package exports. */
function sourcesOf(folder: string): string[] {
  const { exports } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'));
  return Object.values<{ source?: string }>(exports).flatMap(({ source }) =>
    source === undefined ? [] : [folder + source.slice(2)],
  );
}

test('every entry of both packages is looked at', () => {
  expect(entries).toHaveLength(12);
});

test.each(entries)(
  'no any stands in a public type of %s',
  (_, file) => {
    const isOwn = (name: string): boolean =>
      name.startsWith(`${root}packages/`) && !name.includes('/node_modules/');
    expect(findAny(program, file, isOwn)).toEqual([]);
  },
  60_000,
);

test.each([
  ['export function f(a: any): void {}', 'typeof f(0)'],
  ['export function f(): Promise<any> { throw 0; }', 'typeof f()'],
  ['export const parse = JSON.parse("1");', 'typeof parse'],
  ['export interface A { readonly b: { c?: any[] } }', 'A.b.c'],
  ['export class A { protected m(cb: (x: any) => void): void {} }', 'A.m(0)(0)'],
  ['export type T = Pick<{ a: any; b: 1 }, "a">;', 'T.a'],
  ['export type R = Record<string, any>;', 'R[]'],
  ['class Hidden { x: any } export function f(): Hidden { throw 0; }', 'typeof f().x'],
  ['export function f<T extends { a: any }>(t: T): void {}', 'typeof f<T> extends.a'],
])('the any in `%s` is found at %s', (code, path) => {
  expect(findAny(programOf(code), FIXTURE, (name) => name === FIXTURE)).toContain(path);
});

test('a private member, or an internal one, may be any', () => {
  const code = 'export class A { private a: any; #b: any; /** @internal */ c: any; d = 1; }';
  expect(findAny(programOf(code), FIXTURE, (name) => name === FIXTURE)).toEqual([]);
});

const FIXTURE = `${root}tests/types/fixture.ts`;

function programOf(code: string): ts.Program {
  const options: ts.CompilerOptions = { target: ts.ScriptTarget.ES2022, types: [] };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (name) => (name === FIXTURE ? code : readFile(name));
  host.fileExists = (name) => name === FIXTURE || fileExists(name);
  return ts.createProgram([FIXTURE], options, host);
}
