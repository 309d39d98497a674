import fc from 'fast-check';
import { expect, test } from 'vitest';
import { camelCase, kebabCase, NameRegister, pascalCase } from './identifier.ts';

for (const [given, camel, pascal, kebab] of [
  ['task_id', 'taskId', 'TaskId', 'task-id'],
  ['apiKeys', 'apiKeys', 'ApiKeys', 'api-keys'],
  ['X-Request-Id', 'xRequestId', 'XRequestId', 'x-request-id'],
  ['API keys', 'apiKeys', 'APIKeys', 'api-keys'],
  ['OAuthError', 'oAuthError', 'OAuthError', 'o-auth-error'],
  ['task.created', 'taskCreated', 'TaskCreated', 'task-created'],
  ['1st', 'n1st', 'N1st', 'n1st'],
  ['über', 'uber', 'Uber', 'uber'],
  ['__proto__', 'proto', 'Proto', 'proto'],
  ['日本', 'value', 'Value', 'value'],
  ['*/', 'value', 'Value', 'value'],
] as const) {
  test(`${given} becomes ${camel}, ${pascal} and ${kebab}`, () => {
    expect([camelCase(given), pascalCase(given), kebabCase(given)]).toEqual([camel, pascal, kebab]);
  });
}

test('any text becomes an identifier of ASCII letters and digits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(camelCase(text)).toMatch(/^[a-z][A-Za-z0-9]*$/);
      expect(pascalCase(text)).toMatch(/^[A-Z][A-Za-z0-9]*$/);
      expect(kebabCase(text)).toMatch(/^[a-z][a-z0-9-]*$/);
    }),
  );
});

test('a name is given once', () => {
  const names = new NameRegister(['Error']);
  const claim = (name: string): string => names.claim(name, 'Model');
  expect(['Error', 'Task', 'Task', 'Task'].map(claim)).toEqual([
    'ErrorModel',
    'Task',
    'TaskModel',
    'TaskModel2',
  ]);
});
