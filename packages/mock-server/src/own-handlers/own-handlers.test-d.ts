import type { JsonObject, JsonValue } from '@product/spec-model';
import { expectTypeOf } from 'vitest';
import { createMock } from '../create-mock.ts';
import type { components } from '../generated/product-operations.ts';
import type { Mock } from '../mock.ts';
import { createMockFromSpec } from '../spec.ts';

type Task = components['schemas']['Task'];
const mock = createMock();

// Whatever serves a mock takes one of any document.
expectTypeOf(mock).toExtend<Mock>();

mock.operation('tasks.list', async ({ input, state, caller, now, next }) => {
  expectTypeOf(input.query.limit).toEqualTypeOf<number | undefined>();
  expectTypeOf(input.query.status).toEqualTypeOf<Task['status'] | undefined>();
  expectTypeOf(input.body).toEqualTypeOf<undefined>();
  expectTypeOf(caller?.permissions).toEqualTypeOf<readonly string[] | undefined>();
  expectTypeOf(now).toEqualTypeOf<number>();
  expectTypeOf(state.rows('tasks').list()).toEqualTypeOf<readonly Task[]>();
  expectTypeOf(state.rows('somewhere').list()).toEqualTypeOf<readonly JsonObject[]>();
  expectTypeOf(state.rows<{ readonly sum: number }>('sums').list()).toEqualTypeOf<
    readonly { readonly sum: number }[]
  >();
  const answer = await next();
  if (answer.status !== 200) return answer;
  expectTypeOf(answer.body.data).toEqualTypeOf<Task[]>();
  return { ...answer, body: { ...answer.body, data: [] } };
});

mock.operation('tasks.update', ({ input }) => {
  expectTypeOf(input.path).toEqualTypeOf<{ task_id: string }>();
  expectTypeOf(input.body.title).toEqualTypeOf<string | undefined>();
  return undefined;
});

// Nothing said is the mock's own answer.
expectTypeOf(mock.operation('tasks.get', () => undefined)).toEqualTypeOf<() => void>();

mock.operation('tasks.get', ({ state, input }) => ({
  body: state.rows('tasks').update(input.path.task_id, { status: 'done' }),
}));

// A deletion has no body, and the status can be left out.
mock.operation('tasks.delete', () => ({}));

// @ts-expect-error there is no such operation
mock.operation('tasks.lst', () => undefined);

// @ts-expect-error the body of a 200 is a page
mock.operation('tasks.list', () => ({ status: 200, body: { id: 'task_1' } }));

// @ts-expect-error 418 is not described
mock.operation('tasks.list', () => ({ status: 418, body: {} }));

mock.operation('tasks.list', () => ({ status: 418, body: { tea: true }, unchecked: true }));

// @ts-expect-error no task has this status
mock.operation('tasks.get', ({ state }) => void state.rows('tasks').insert({ status: 'lost' }));

/** As openapi-typescript writes them. */
interface Operations {
  'GET /notes': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    requestBody?: never;
    responses: {
      200: { headers: { [name: string]: unknown }; content: { 'application/json': string[] } };
      '4XX': { headers: { [name: string]: unknown }; content?: never };
      default: {
        headers: { [name: string]: unknown };
        content: { 'application/json': { message: string } };
      };
    };
  };
}

const notes = await createMockFromSpec<Operations>('notes.yaml');
notes.operation('GET /notes', () => ({ body: ['one'] }));
notes.operation('GET /notes', () => ({ status: 404 }));
notes.operation('GET /notes', () => ({ status: 503, body: { message: 'Later.' } }));
// @ts-expect-error a range without content has no body
notes.operation('GET /notes', () => ({ status: 404, body: { message: 'No.' } }));
// @ts-expect-error there is one operation
notes.operation('POST /notes', () => undefined);

const any = await createMockFromSpec('any.yaml');
any.operation('whatever', ({ input, state }) => {
  expectTypeOf(input.body).toEqualTypeOf<JsonValue | undefined>();
  expectTypeOf(input.path['id']).toEqualTypeOf<JsonValue | undefined>();
  return { status: 200, body: [...state.rows('things').list()] };
});
any.operation('whatever', () => ({ body: 'plain' }));
