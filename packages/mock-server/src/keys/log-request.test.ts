import { expect, test } from 'vitest';
import { productModel } from '../generated/product-model.ts';
import { type KeyPolicy, readKeyPolicy } from '../model/key-policy.ts';
import { bench } from '../test-call.ts';
import type { KeyLogging, KeyRecord } from './key-record.ts';
import { logRequest } from './log-request.ts';

const policyOf = (per: KeyPolicy['logging']): KeyPolicy => ({
  ...readKeyPolicy(productModel),
  logging: per,
});
const request = {
  id: 'r',
  at: 100,
  method: 'GET',
  path: '/v1/tasks',
  status: 200,
  apiType: 'Tasks',
};
const none: KeyLogging = { all: false, until: null, types: [] };
const typed = (until: number | null, logged = true): KeyLogging => ({
  ...none,
  types: [{ type: 'Tasks', logged, until }],
});

test.each([
  ['nothing is logged', 'key', none, false],
  ['everything is', 'key', { ...none, all: true }, true],
  ['everything is, until now', 'key', { ...none, all: true, until: 100 }, false],
  ['everything is, until later', 'api_type', { ...none, all: true, until: 101 }, true],
  ['its API type is', 'api_type', typed(null), true],
  ['its API type is, until now', 'api_type', typed(100), false],
  ['its API type is not', 'api_type', typed(null, false), false],
  [
    'another API type is',
    'api_type',
    { ...none, types: [{ type: 'X', logged: true, until: null }] },
    false,
  ],
  ['types count for nothing', 'key', typed(null), false],
  ['the policy has no log', undefined, { ...none, all: true }, false],
] as const)('where %s, a request is logged or not', (...row) => {
  const [, per, logging, logged] = row;
  const { mock } = bench();
  const key: KeyRecord = {
    ...JSON.parse(JSON.stringify(mock.snapshot().parts['keys']))[0],
    logging,
  };
  logRequest(policyOf(per), key, request);
  expect(key.log).toEqual(logged ? [request] : []);
});
