import { expect, test } from 'vitest';
import { bench, ok } from '../testing/example-client.ts';
import { ApiPromise } from './api-promise.ts';

test('a call is an ApiPromise, and what is chained to it a plain promise', async () => {
  const { client, clock } = bench([() => ok({ id: 'a', data: [] })]);
  const call = client.get('a');
  const list = client.list();
  const chained = [call.then((task) => task), call.catch(() => undefined), list.finally(() => {})];
  expect([call, list].map((promise) => promise instanceof ApiPromise)).toEqual([true, true]);
  expect(chained.map((promise) => promise instanceof ApiPromise)).toEqual([false, false, false]);
  await clock.run(Promise.all([call, list, ...chained]));
});

test('a call that is awaited costs no promise beside its own', () => {
  const { client } = bench([() => ok({ id: 'a' })]);
  const call = client.get('a');
  expect(Promise.resolve(call)).toBe(call);
});
