import type { JsonSchema } from '@product/spec-model';
import { expect, test } from 'vitest';
import { inferApi, list, listOf, object, read, type SaidOperation } from '../test-inference.ts';

const id = { type: 'string' };
const schemas = {
  Issue: { type: 'object', properties: { id, slug: id, labels: listOf('Label') } },
  Label: object('name', 'color'),
};
const named = (...others: string[]): JsonSchema => ({
  type: 'object',
  properties: {
    labels: { type: 'array', items: id },
    ...Object.fromEntries(others.map((name) => [name, id])),
  },
});
const listing = (name: string): JsonSchema => ({
  type: 'object',
  properties: { [name]: { type: 'array', items: id } },
});
const labels: SaidOperation = { ...list('Label'), sent: named() };
const path = '/issues/{issue_id}/labels';
const issues = {
  ...{ 'GET /issues': list('Issue'), 'POST /issues': { ...read('Issue'), sent: object('slug') } },
  'GET /issues/{issue_id}': read('Issue'),
};

test('paths that name what a row holds are about that member of the row', () => {
  const { lines, role } = inferApi({
    operations: {
      ...issues,
      ...{ [`GET ${path}`]: list('Label'), [`POST ${path}`]: labels, [`PUT ${path}`]: labels },
      [`DELETE ${path}/{name}`]: list('Label'),
    },
    schemas,
  });
  for (const method of ['GET', 'POST', 'PUT']) {
    expect(lines[`${method} ${path}`]).toBe('members /issues {issue_id}');
  }
  expect(role(`DELETE ${path}/{name}`)).toMatchObject({ member: 'labels', entryParameter: 'name' });
});

test.each<[string, { readonly [key: string]: SaidOperation }]>([
  ['they are read one by one', { [`GET ${path}/{name}`]: read('Label') }],
  ['the body says more', { [`POST ${path}`]: { ...labels, sent: named('color', 'text') } }],
  ['the body lists others', { [`POST ${path}`]: { ...labels, sent: listing('colors') } }],
])('what a row holds is none of its members where %s', (_, operations) => {
  const { lines } = inferApi({
    operations: {
      ...issues,
      [`GET ${path}`]: list('Label'),
      [`POST ${path}`]: labels,
      ...operations,
    },
    schemas,
  });
  expect(Object.values(lines).filter((line) => line.startsWith('members'))).toEqual([]);
});
