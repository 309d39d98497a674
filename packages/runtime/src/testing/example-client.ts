import type { ApiPromise } from '../client/api-promise.ts';
import { Client } from '../client/client.ts';
import type { CallOptions, ClientOptions } from '../client/options.ts';
import type { ApiProfile } from '../client/profile.ts';
import { bearer } from '../credentials/constructors.ts';
import { byCursor } from '../pages/by-cursor.ts';
import type { PagePromise } from '../pages/page-promise.ts';
import { type ListOptions, paginate } from '../pages/paginate.ts';
import { VirtualClock } from './virtual-clock.ts';

/** A profile as the generator writes it. */
export const profile: ApiProfile = {
  clientName: 'ExampleClient',
  packageName: '@example/api-client',
  apiVersion: '1.0.0',
  baseUrl: 'https://api.example.com/v1',
  env: {},
  credential: bearer,
  keyPrefixes: { live: 'sk_live_', test: 'sk_test_' },
};

/** Operations as the generator writes them. */
export const operations = {
  list: {
    id: 'tasks.list',
    method: 'GET',
    path: '/tasks',
    pagination: {
      parameter: 'cursor',
      itemsPointer: '/data',
      nextPointer: '/next_cursor',
      hasMorePointer: '/has_more',
    },
  },
  create: {
    id: 'tasks.create',
    method: 'POST',
    path: '/tasks',
    bodyType: 'application/json',
    idempotencyHeader: 'Idempotency-Key',
  },
  get: { id: 'tasks.get', method: 'GET', path: '/tasks/{task_id}' },
  update: {
    id: 'tasks.update',
    method: 'PATCH',
    path: '/tasks/{task_id}',
    bodyType: 'application/json',
  },
  remove: { id: 'tasks.delete', method: 'DELETE', path: '/tasks/{task_id}', mayBeEmpty: true },
  token: {
    id: 'oauth.token',
    method: 'POST',
    path: '/oauth/token',
    bodyType: 'application/x-www-form-urlencoded',
    anonymous: true,
  },
} as const;

/** What tests see of a task. */
export interface Task {
  /** Its id. */
  readonly id: string;
}

/** A client as the generator writes it, in one class. */
export class ExampleClient extends Client<Record<never, never>> {
  /** @param options - Options. */
  constructor(options: ClientOptions = {}) {
    super({ profile, operations }, options);
  }

  /** A task. */
  get(id: string, options?: CallOptions): ApiPromise<Task> {
    return this.caller.call(operations.get, { path: { task_id: id } }, options);
  }

  /** A new task. */
  create(body: object, options?: CallOptions): ApiPromise<Task> {
    return this.caller.call(operations.create, { body }, options);
  }

  /** A changed task. */
  update(body: object, options?: CallOptions): ApiPromise<Task> {
    return this.caller.call(operations.update, { path: { task_id: 'a' }, body }, options);
  }

  /** Nothing, once the task is gone. */
  remove(id: string, options?: CallOptions): ApiPromise<void> {
    return this.caller.call(operations.remove, { path: { task_id: id } }, options);
  }

  /** All tasks. */
  list(query: object = {}, options?: ListOptions): PagePromise<Task> {
    const { list: operation } = operations;
    return paginate(this.caller, byCursor, { operation, input: { query }, options });
  }

  /** An access token. */
  token(body: object): ApiPromise<unknown> {
    return this.caller.call(operations.token, { body });
  }
}

/** A key that no scanner takes for a real one. */
export const KEY = 'sk_test_mock_4f9a2c7e1b';

/** One request as the server saw it. */
export interface Seen {
  /** Method and URL. */
  readonly line: string;
  /** Headers. */
  readonly headers: Headers;
  /** Body. */
  readonly body: string;
  /** When it came, in milliseconds since the first one's clock began. */
  readonly atMs: number;
}

/** What a scripted server does with a request. */
export type Answer =
  | Response
  | Error
  | ((request: Request, init: RequestInit) => Promise<Response>);

/** A client on a scripted server, in virtual time. */
export interface Bench {
  /** The client. */
  readonly client: ExampleClient;
  /** The clock. */
  readonly clock: VirtualClock;
  /** What the server saw. */
  readonly seen: Seen[];
}

/**
 * A client whose server gives scripted answers in turn, and the last one from then on.
 *
 * @param answers - The answers, or what makes them.
 * @param options - Options of the client.
 */
export function bench(answers: readonly (() => Answer)[], options: ClientOptions = {}): Bench {
  const clock = new VirtualClock();
  const startedAt = clock.now();
  const seen: Seen[] = [];
  const fetch = async (request: Request, init: RequestInit = {}): Promise<Response> => {
    const answer = answers[Math.min(seen.length, answers.length - 1)]?.() ?? ok();
    const { method, url, headers } = request;
    const entry = { line: `${method} ${url}`, headers: new Headers(headers), body: '' };
    seen.push({ ...entry, atMs: clock.now() - startedAt });
    const at = seen.length - 1;
    const { atMs = 0 } = seen[at] ?? {};
    seen[at] = { ...entry, atMs, body: await request.text() };
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? answer(request, init) : answer;
  };
  const random = (): number => 0.5;
  const client = new ExampleClient({ apiKey: KEY, fetch, clock, random, ...options });
  return { client, clock, seen };
}

/**
 * A success.
 *
 * @param body - Its JSON.
 * @param headers - Its headers.
 */
export function ok(
  body: unknown = { id: 'task_1' },
  headers: Record<string, string> = {},
): Response {
  return Response.json(body, { headers });
}

/**
 * A problem.
 *
 * @param status - Its status.
 * @param headers - Its headers.
 * @param body - Its members.
 */
export function problem(
  status: number,
  headers: Record<string, string> = {},
  body: object = { code: 'a_code', message: 'a message' },
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}
