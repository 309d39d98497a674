import { expect, test } from 'vitest';
import { isBrowser, readBaseUrl, readVariable, type Scope } from './environment.ts';

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
  ["a page's service worker", new WorkerGlobalScope('Mozilla/5.0 (X11; Linux x86_64)'), true],
  ['a worker that hides its name', new WorkerGlobalScope(''), true],
  ['Cloudflare', new WorkerGlobalScope('Cloudflare-Workers'), false],
  ['a worker of Deno', new WorkerGlobalScope('Deno/2.5.0'), false],
  ['a worker of Bun', new WorkerGlobalScope('Bun/1.3.0'), false],
  [
    "Vercel's edge",
    Object.assign(new WorkerGlobalScope('Mozilla/5.0'), { EdgeRuntime: 'vercel' }),
    false,
  ],
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

test.each([
  ['https://api.example.com/v1', undefined],
  ['http://localhost:4010', undefined],
  ['http://a.localhost', undefined],
  ['http://127.0.0.1:81', undefined],
  ['http://127.9.9.9', undefined],
  ['http://[::1]:1', undefined],
  ['http://api.example.com', 'insecure_url'],
  ['http://localhost.example.com', 'insecure_url'],
  ['http://127.0.0.1.example.com', 'insecure_url'],
  ['http://10.0.0.1', 'insecure_url'],
  ['ftp://api.example.com', 'invalid_base_url'],
  ['/v1', 'invalid_base_url'],
  ['https://user@api.example.com', 'invalid_base_url'],
  ['https://api.example.com?a=b', 'invalid_base_url'],
  ['https://api.example.com#a', 'invalid_base_url'],
])('the base URL %s is refused with %s', (text, code) => {
  const read = (): URL => readBaseUrl(text, false);
  if (code) expect(read).toThrow(expect.objectContaining({ code }));
  else expect(read().href).toContain(text);
});

test('plain http to a host is for those who allow it', () => {
  expect(readBaseUrl('http://api.example.com', true).origin).toBe('http://api.example.com');
});
