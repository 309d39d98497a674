import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { consoleElements } from './console-elements.ts';
import { consolePage } from './console-page.ts';
import { consoleScript } from './console-script.ts';
import { consoleStyle } from './console-style.ts';

const script = consoleElements + consoleScript;
const { headers, body } = consolePage();

test('the script is one that a browser can read', () => {
  expect(() => new Script(script)).not.toThrow();
});

test('the policy allows the script of the page, and no other', () => {
  const digest = createHash('sha256').update(script).digest('base64');
  expect(headers['Content-Security-Policy']).toContain(`script-src 'sha256-${digest}';`);
  expect(headers['Content-Security-Policy']).toContain("default-src 'none'");
  expect(String(body).match(/<script/g)).toHaveLength(1);
  expect(script).not.toContain('</script');
});

test('the page asks nobody else for anything', () => {
  expect(String(body)).not.toMatch(/(?:src|href)="(?!data:,")/);
  expect(String(body)).not.toMatch(/https?:\/\//);
  expect(consoleStyle).not.toMatch(/url\(|@import/);
});

test('nothing is ever parsed as HTML', () => {
  expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/);
});

test('every element that the script looks for is on the page', () => {
  const asked = [...script.matchAll(/byId\('([a-z-]+)'\)/g)].map((match) => match[1]);
  expect(asked.length).toBeGreaterThan(10);
  for (const id of asked) expect(String(body)).toContain(`id="${id}"`);
});
