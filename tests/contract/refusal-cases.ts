import type { OpenDoor } from './doors.ts';

/** A request that the mock must refuse, and how. */
export interface Refusal {
  readonly send: (door: OpenDoor) => Promise<Response>;
  readonly want: { readonly status: number; readonly code: string };
}

const json = { 'content-type': 'application/json' };

/** What each kind of refusal looks like on the wire; every answer is held against the document. */
export const refusals: Readonly<Record<string, Refusal>> = {
  'no credentials are told apart': {
    send: ({ fetch }) => fetch('/tasks'),
    want: { status: 401, code: 'missing_credentials' },
  },
  'a key without "Bearer" is malformed': {
    send: ({ fetch, key }) => fetch('/tasks', { headers: { authorization: key.secret } }),
    want: { status: 401, code: 'malformed_credentials' },
  },
  'an unknown key is invalid': {
    send: ({ fetch }) =>
      fetch('/tasks', { headers: { authorization: 'Bearer sk_test_mock_unknown' } }),
    want: { status: 401, code: 'invalid_api_key' },
  },
  'an expired key is told apart': {
    send: ({ fetch, mock }) => {
      const expiresAt = new Date(mock.clock.now() + 1000);
      const key = mock.keys.create({ mode: 'test', permissions: ['tasks:read'], expiresAt });
      mock.clock.advance({ seconds: 2 });
      return fetch('/tasks', bearer(key.secret));
    },
    want: { status: 401, code: 'expired_api_key' },
  },
  'a revoked key is answered like an unknown one': {
    send: ({ fetch, mock }) => {
      const key = mock.keys.create({ mode: 'test', permissions: ['tasks:read'] });
      mock.keys.revoke(key.id);
      return fetch('/tasks', bearer(key.secret));
    },
    want: { status: 401, code: 'invalid_api_key' },
  },
  'a missing scope is named': {
    send: ({ fetch, mock }) => {
      const key = mock.keys.create({ mode: 'test', permissions: ['tasks:read'] });
      return fetch('/projects', bearer(key.secret));
    },
    want: { status: 403, code: 'insufficient_scope' },
  },
  'a task that is not there is not found': {
    send: ({ fetch, key }) => fetch('/tasks/task_nothing', bearer(key.secret)),
    want: { status: 404, code: 'not_found' },
  },
  'a body that is not JSON is malformed': {
    send: ({ fetch, key }) => fetch('/tasks', post(key.secret, '{"title":', json)),
    want: { status: 400, code: 'malformed_request' },
  },
  'a body of another type is refused': {
    send: ({ fetch, key }) =>
      fetch('/tasks', post(key.secret, '<task/>', { 'content-type': 'text/xml' })),
    want: { status: 415, code: 'unsupported_media_type' },
  },
  'a body with wrong members is refused with pointers': {
    send: ({ fetch, key }) => fetch('/tasks', post(key.secret, '{"title":7}', json)),
    want: { status: 422, code: 'validation_failed' },
  },
  'a limit out of range is refused': {
    send: ({ fetch, key }) => fetch('/tasks?limit=1000', bearer(key.secret)),
    want: { status: 422, code: 'validation_failed' },
  },
  'an idempotency key with another body is refused': {
    send: async ({ fetch, key }) => {
      const headers = { ...json, 'idempotency-key': 'order-1' };
      await fetch('/tasks', post(key.secret, '{"title":"One"}', headers));
      return fetch('/tasks', post(key.secret, '{"title":"Two"}', headers));
    },
    want: { status: 422, code: 'idempotency_key_reused' },
  },
  'a key over its limit waits': {
    send: async ({ fetch, mock }) => {
      const key = mock.keys.create({ mode: 'test', permissions: ['tasks:read'], plan: 'free' });
      for (let calls = 0; calls < 100; calls += 1) await fetch('/tasks', bearer(key.secret));
      return fetch('/tasks', bearer(key.secret));
    },
    want: { status: 429, code: 'rate_limit_exceeded' },
  },
  'a scripted fault is documented too': {
    send: ({ fetch, key, mock }) => {
      mock.faults.add({ operation: 'tasks.list', status: 503, times: 1, retryAfter: 1 });
      return fetch('/tasks', bearer(key.secret));
    },
    want: { status: 503, code: 'service_unavailable' },
  },
};

function bearer(secret: string): RequestInit {
  return { headers: { authorization: `Bearer ${secret}` } };
}

function post(secret: string, body: string, headers: Record<string, string>): RequestInit {
  return { method: 'POST', body, headers: { ...headers, authorization: `Bearer ${secret}` } };
}
