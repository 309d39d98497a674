import { expect, test } from 'vitest';
import { assembleMock } from '../assemble-mock.ts';
import { createMockFromModel } from '../create-mock-from-model.ts';
import { productModel } from '../generated/product-model.ts';
import { productHandlers } from '../handlers/handlers.ts';
import { anyReading } from '../model/any-reading.ts';
import { productRows } from '../own-handlers/row-tools.ts';
import { bench, callsOf } from '../test-call.ts';

test('every answer has a request id and the date of the mock', async () => {
  const { call } = bench();
  for (const path of ['/tasks', '/nope', '/tasks/task_nope']) {
    const { headers } = await call('GET', path);
    expect(headers.get('x-request-id')).toMatch(/^req_[0-9A-Za-z]{16}$/);
    expect(headers.get('date')).toBe('Tue, 14 Oct 2025 10:30:00 GMT');
  }
});

test('an answer that the document does not describe is refused and noted', async () => {
  const row = { id: 'task_bad', title: 'Bad', status: 'lost' };
  const { call, mock } = bench({ rows: { tasks: [row] } });
  const answer = await call('GET', '/tasks/task_bad');
  expect(answer.body).toMatchObject({ status: 500, code: 'internal_error' });
  expect(String(answer.body['detail'])).toContain('"/status"');
  expect(mock.violations).toMatchObject([{ operation: 'tasks.get', status: 200 }]);
});

test('a missing required header is such a fault', async () => {
  const operations = productModel.operations.map((operation) =>
    operation.id === 'tasks.get'
      ? {
          ...operation,
          responses: operation.responses.map((response) => ({
            ...response,
            headers: [{ name: 'X-Never', required: true, schema: {} }],
          })),
        }
      : operation,
  );
  const mock = assembleMock(
    { ...productModel, operations },
    { seed: 1 },
    { handlers: productHandlers, rows: productRows, ...anyReading },
  );
  const call = callsOf(mock, mock.keys.create().secret);
  expect((await call('GET', '/tasks/task_9f2k41')).status).toBe(500);
  expect(mock.violations[0]?.fault).toBe('header X-Never is missing');
});

test('a mistake inside is a 500 that shows nothing of it', async () => {
  const fail = (): never => {
    throw new TypeError('cannot read row.ts');
  };
  const handlers = new Map([...productHandlers, ['users.me', fail] as const]);
  const mock = assembleMock(
    productModel,
    { seed: 1 },
    { handlers, rows: productRows, ...anyReading },
  );
  const call = callsOf(mock, mock.keys.create().secret);
  const answer = await call('GET', '/users/me');
  expect(answer.body).toMatchObject({ status: 500, code: 'internal_error' });
  expect(answer.text).not.toMatch(/TypeError|row|\.ts/);
  expect(mock.violations).toHaveLength(1);
});

test('a schema that cannot be followed is a 501 that names the place', async () => {
  const schemas = {
    ...productModel.schemas,
    Task: { ...Object(productModel.schemas['Task']), allOf: [{ pattern: '(' }] },
  };
  const mock = createMockFromModel({ ...productModel, schemas }, { seed: 1 });
  const call = callsOf(mock, mock.keys.create().secret);
  const answer = await call('GET', '/tasks/task_9f2k41');
  expect(answer.body).toMatchObject({ status: 501, code: 'unusable_operation' });
  expect(JSON.stringify(answer.body['errors'])).toContain('pattern');
  expect((await call('GET', '/users/me')).status).toBe(200);
});
