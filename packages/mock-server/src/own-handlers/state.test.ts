import { expect, test } from 'vitest';
import { createMock } from '../create-mock.ts';
import type { operations } from '../generated/product-operations.ts';
import { MockError } from '../mock-error.ts';
import { callsOf, rowsOf } from '../test-call.ts';
import type { OperationState } from './operation-state.ts';

type State = OperationState<operations>;

/** Does something with the state of a call, and gives what came of it, or the code of its error. */
async function withState<T>(act: (state: State) => T, mode = 'test') {
  const mock = createMock({ seed: 1 });
  const { secret } = mock.keys.create({ mode });
  const call = callsOf(mock, secret);
  let outcome: T | string | undefined;
  const back = mock.operation('rateLimit.get', ({ state }) => {
    try {
      outcome = act(state);
    } catch (error) {
      outcome = error instanceof MockError ? error.code : String(error);
    }
    return undefined;
  });
  await call('GET', '/rate-limit');
  back();
  return { outcome, mock, call };
}

test('rows are those that the API shows, oldest first, in the mode of the caller', async () => {
  const { outcome, call } = await withState((state) => state.rows('tasks').list());
  const shown = rowsOf(await call('GET', '/tasks?limit=100'));
  expect(shown.length).toBeGreaterThan(1);
  expect(outcome).toEqual([...shown].reverse());
  const live = await withState((state) => {
    const rows = state.rows('tasks');
    for (const { id } of rows.list()) rows.delete(id);
    return rows.list();
  }, 'live');
  expect(live.outcome).toEqual([]);
  const { secret } = live.mock.keys.create({ mode: 'test' });
  expect(rowsOf(await callsOf(live.mock, secret)('GET', '/tasks'))).not.toEqual([]);
});

test('a row that is put in is filled up as by the API, keeps what was given, and is listed', async () => {
  const { outcome, call } = await withState((state) =>
    state.rows('tasks').insert({ id: 'task_mine0000000000', title: 'Mine', status: 'done' }),
  );
  expect(outcome).toMatchObject({ id: 'task_mine0000000000', title: 'Mine', status: 'done' });
  expect((await call('GET', '/tasks/task_mine0000000000')).body).toEqual(outcome);
  expect(rowsOf(await call('GET', '/tasks?limit=1'))[0]).toEqual(outcome);
});

test('a collection is found by its resource and by its path', async () => {
  const { outcome } = await withState((state) => [
    state.rows('tasks').list().length,
    state.rows('/tasks').list().length,
  ]);
  expect(new Set(Array.isArray(outcome) ? outcome : []).size).toBe(1);
});

test('a change leaves the other fields and the id, and moves updated_at', async () => {
  const { outcome, mock, call } = await withState((state) => {
    const rows = state.rows('tasks');
    const { id } = rows.insert({
      title: 'Before',
      labels: ['a'],
      updated_at: '2020-01-01T00:00:00Z',
    });
    return rows.update(id, { id: 'task_other', title: 'After' });
  });
  const updated_at = new Date(mock.clock.now()).toISOString().replace('.000Z', 'Z');
  expect(outcome).toMatchObject({ title: 'After', labels: ['a'], updated_at });
  expect((await call('GET', '/tasks/task_other')).status).toBe(404);
});

test('a deletion says whether there was a row, and references to it become null', async () => {
  const { outcome } = await withState((state) => {
    const [tasks, projects] = [state.rows('tasks'), state.rows('projects')];
    const { id } = projects.insert({ name: 'Soon gone' });
    const task = tasks.insert({ title: 'Stays', project_id: id });
    return [projects.delete(id), projects.delete(id), tasks.get(task.id)?.project_id];
  });
  expect(outcome).toEqual([true, false, null]);
});

test('a user that is removed takes along what the API takes along', async () => {
  const { outcome } = await withState((state) => {
    const users = state.rows('users');
    const [first] = users.list();
    return first === undefined ? undefined : [users.delete(first.id), users.get(first.id)];
  });
  expect(outcome).toEqual([true, undefined]);
});

test.each<[string, (state: State) => unknown]>([
  ['a collection that does not exist', (state) => state.rows('taks')],
  ['a path that does not exist', (state) => state.rows('/nowhere')],
])('%s is unknown', async (_, act) => {
  expect((await withState(act)).outcome).toBe('unknown_collection');
});

test.each<[string, (state: State) => unknown]>([
  [
    'a value of another type',
    (state) => state.rows<{ title: number }>('tasks').insert({ title: 1 }),
  ],
  [
    'a reference to nothing',
    (state) => state.rows('tasks').insert({ title: 'A', project_id: 'prj_none' }),
  ],
  [
    'an id that is taken',
    (state) => state.rows('tasks').insert({ ...state.rows('tasks').list()[0] }),
  ],
  ['a change of no row', (state) => state.rows('tasks').update('task_none', { title: 'A' })],
  [
    'a change to a wrong value',
    (state) => {
      const id = String(state.rows('tasks').list()[0]?.id);
      return state.rows<{ status: string }>('tasks').update(id, { status: 'lost' });
    },
  ],
])('%s makes no row', async (_, act) => {
  const before = await withState((state) => state.rows('tasks').list());
  const { outcome, call } = await withState(act);
  expect(outcome).toBe('invalid_row');
  const rows = rowsOf(await call('GET', '/tasks?limit=100'));
  expect([...rows].reverse()).toEqual(before.outcome);
});
