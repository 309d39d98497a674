import { expect, test } from 'vitest';
import { bench, ok } from '../testing/example-client.ts';
import type { CallOptions, ClientOptions, FetchOptions } from './options.ts';

async function initOf(options: ClientOptions, call?: CallOptions): Promise<object> {
  let given: object = {};
  const answer = async (_: Request, init: RequestInit): Promise<Response> => {
    given = init;
    return ok();
  };
  const { client, clock } = bench([() => answer], options);
  await clock.run(client.get('a', call));
  return given;
}

test('fields for fetch go with each request', async () => {
  const dispatcher = {};
  const given = await initOf({ fetchOptions: { dispatcher, keepalive: true } });
  expect(given).toMatchObject({ keepalive: true, signal: expect.any(AbortSignal) });
  expect(Object(given).dispatcher).toBe(dispatcher);
});

test("a call's fields for fetch take the place of the client's", async () => {
  const given = await initOf(
    { fetchOptions: { cache: 'default' } },
    { fetchOptions: { proxy: 'p' } },
  );
  expect(given).toEqual({ proxy: 'p', signal: expect.any(AbortSignal) });
});

test.each(['method', 'headers', 'body', 'redirect', 'signal'])(
  'the field %s is the pipeline’s own, and refused',
  (field) => {
    // The types forbid it; plain JavaScript does not.
    const fetchOptions = { [field]: 'a' } as FetchOptions;
    expect(() => bench([() => ok()], { fetchOptions })).toThrow(
      expect.objectContaining({ code: 'invalid_option' }),
    );
  },
);
