import { expect, test } from 'vitest';
import { isBrowser, readVariable, type Scope } from './environment.ts';

class WorkerGlobalScope {
  readonly WorkerGlobalScope = WorkerGlobalScope;
  readonly navigator: unknown;
  constructor(userAgent: string) {
    this.navigator = { userAgent };
  }
}

test.each<[string, Scope, boolean]>([
  ['a page', { window: {}, document: {} }, true],
  ["a page's worker", new WorkerGlobalScope('Mozilla/5.0'), true],
  ['a worker on the server', new WorkerGlobalScope('Cloudflare-Workers'), false],
  ['Node', { process: { env: {} }, navigator: { userAgent: 'Node.js/24' } }, false],
  ['a runtime with a window and no page', { window: {} }, false],
])('the guard knows %s', (_, scope, want) => {
  expect(isBrowser(scope)).toBe(want);
});

test.each<[string | undefined, Scope, string | undefined]>([
  ['KEY', { process: { env: { KEY: 'a' } } }, 'a'],
  ['KEY', { process: { env: { KEY: '' } } }, undefined],
  ['KEY', { process: { env: {} } }, undefined],
  ['KEY', { process: {} }, undefined],
  ['KEY', {}, undefined],
  [undefined, { process: { env: { undefined: 'a' } } }, undefined],
])('the variable %s of %j is %s', (name, scope, want) => {
  expect(readVariable(name, scope)).toBe(want);
});
