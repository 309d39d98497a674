import { expect, test } from 'vitest';
import { bench, ok, profile } from '../testing/example-client.ts';
import { userAgentOf } from './user-agent.ts';

const deno = { navigator: { userAgent: 'Deno/2.1.4' } };

test.each([
  ['Deno', deno, {}, 'example-api-client/1.2.3 (Deno/2.1.4)'],
  [
    'an old Node',
    { process: { versions: { node: '20.19.0' } } },
    {},
    'example-api-client/1.2.3 (Node.js/20.19.0)',
  ],
  ['what tells nothing', {}, {}, 'example-api-client/1.2.3'],
  ['an application', deno, { name: 'app' }, 'example-api-client/1.2.3 (Deno/2.1.4) app'],
  [
    'an application with version and URL',
    deno,
    { name: 'app', version: '2', url: 'https://a.example' },
    'example-api-client/1.2.3 (Deno/2.1.4) app/2 (https://a.example)',
  ],
])('%s is named', (...[, scope, appInfo, want]) => {
  const named = { ...profile, packageVersion: '1.2.3' };
  expect(userAgentOf(named, 'name' in appInfo ? { ...appInfo } : undefined, scope)).toBe(want);
});

test('a package without a version is named without one', () => {
  expect(userAgentOf(profile, undefined, {})).toBe('example-api-client');
});

test('a browser keeps its own name', () => {
  expect(userAgentOf(profile, { name: 'app' }, { window: {}, document: {} })).toBeUndefined();
});

test('the name is sent with each request, and a header of the client wins over it', async () => {
  const first = bench([() => ok()], { appInfo: { name: 'app', version: '1' } });
  await first.clock.run(first.client.get('a'));
  expect(first.seen[0]?.headers.get('user-agent')).toMatch(/^example-api-client .+ app\/1$/);
  const second = bench([() => ok()], { headers: { 'User-Agent': 'own' } });
  await second.clock.run(second.client.get('a'));
  expect(second.seen[0]?.headers.get('user-agent')).toBe('own');
});
